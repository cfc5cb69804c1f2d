/*
 * The fallback Electron speaks Node-API 9, the SQLite addon Node-API 10. Of what 10 adds the addon needs one thing:
 * references to strings. Here they are references to objects that hold the string. addon.mjs renames the addon's calls
 * of the three functions below, by one letter, to these.
 */
#define NAPI_VERSION 9
#include <node_api.h>
#include <stdint.h>

#define EXPORT __attribute__((visibility("default")))
/* The addon keeps a reference a parameter's name and statement: some thousands. */
#define PLACES 65536

static napi_ref holders[PLACES];
static const napi_ref freed = (napi_ref)1;

static unsigned next(unsigned place) { return (place + 1) % PLACES; }
static unsigned first(napi_ref ref) { return ((uintptr_t)ref >> 4) % PLACES; }

/* Where the reference stands, or an empty place. */
static unsigned place_of(napi_ref ref) {
  unsigned place = first(ref);
  while (holders[place] && holders[place] != ref) place = next(place);
  return place;
}

static unsigned room_for(napi_ref ref) {
  unsigned place = first(ref);
  while (holders[place] && holders[place] != freed) place = next(place);
  return place;
}

EXPORT napi_status kapi_create_reference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_value holder;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (type != napi_string) return napi_create_reference(env, value, count, result);
  if ((status = napi_create_object(env, &holder)) != napi_ok) return status;
  if ((status = napi_set_element(env, holder, 0, value)) != napi_ok) return status;
  if ((status = napi_create_reference(env, holder, count, result)) != napi_ok) return status;
  holders[room_for(*result)] = *result;
  return napi_ok;
}

EXPORT napi_status kapi_get_reference_value(napi_env env, napi_ref ref, napi_value* result) {
  napi_status status = napi_get_reference_value(env, ref, result);
  if (status != napi_ok || holders[place_of(ref)] != ref) return status;
  return napi_get_element(env, *result, 0, result);
}

EXPORT napi_status kapi_delete_reference(napi_env env, napi_ref ref) {
  unsigned place = place_of(ref);
  if (holders[place] == ref) holders[place] = freed;
  return napi_delete_reference(env, ref);
}

NAPI_MODULE_INIT() { return exports; }
