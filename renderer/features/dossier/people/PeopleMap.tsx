import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { initialsOf, shortName } from '../../../../shared/domain/nameForms.ts';
import type { Attitude, Person } from '../../../../shared/domain/person.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { inSentence } from '../../../app/inSentence.ts';
import { bandLabelWidth, labelWidth, layoutMap } from './mapLayout.ts';
import type { MapNode } from './mapLayout.ts';
import { neighbour, useMapDrag } from './useMapDrag.ts';
import type { MapPlace } from './useMapDrag.ts';
import { useMapView } from './useMapView.ts';
import { attitudeWord, influenceKey } from './personWords.ts';
import classes from './PeopleMap.module.css';

/** Width of a scroll bar, px (styles/base.css). */
const scrollBar = 12;

/** The group as a map: height is influence, right is well disposed, arrows lead to those who are heeded. */
export function PeopleMap({
  people,
  chosenId,
  onChoose,
  onOpen,
  onMove,
  zoom,
  onZoom,
}: {
  readonly people: readonly Person[];
  readonly chosenId: PersonId | null;
  readonly onChoose: (id: PersonId) => void;
  readonly onOpen: (id: PersonId) => void;
  /** Somebody was dragged, or moved by Alt and an arrow, to another influence or attitude. */
  readonly onMove: (person: Person, place: MapPlace) => void;
  /** 1 = fits its place; smaller gives everybody more room, larger is scrolled. */
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const { language } = useFieldWords();
  const { ref, width, height } = useElementSize();
  const layout = useMemo(() => {
    if (width === 0) return null;
    const room = Math.min(1, zoom);
    const roomy = layoutMap(people, width / room, height / room);
    // Where the map is higher than its place, the scroll bar takes its share of the width.
    return roomy.height > height / room + 1
      ? layoutMap(people, (width - scrollBar) / room, height / room)
      : roomy;
  }, [people, width, height, zoom]);
  const drag = useMapDrag(layout, onMove, zoom);
  const nodeOf = new Map(layout?.nodes.map((node) => [node.id, node]));
  const view = useMapView(zoom, onZoom, chosenId === null ? undefined : nodeOf.get(chosenId));

  const onKeyDown = (event: KeyboardEvent, from: MapNode) => {
    const moving = event.altKey ? people.find(({ id }) => id === from.id) : undefined;
    if (moving !== undefined && layout !== null) {
      const place = neighbour(moving, event.key, layout.columns);
      if (place === null) return;
      event.preventDefault();
      event.stopPropagation();
      onMove(moving, place);
      return;
    }
    const next = nearest(from, layout?.nodes ?? [], event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    const person = people.find(({ id }) => id === next.id);
    if (person !== undefined) onChoose(person.id);
    document.getElementById(`map-${next.id}`)?.focus();
  };

  return (
    <div aria-label={t('people.mapLabel')} className={classes.field} ref={ref} role="group">
      <div className={classes.scroller} data-zoomed={zoom > 1 ? true : undefined} {...view}>
        {layout === null ? null : (
          <div className={classes.canvas} style={{ width: layout.width, height: layout.height, zoom }}>
            <svg aria-hidden="true" className={classes.lines} height={layout.height} width={layout.width}>
              <defs>
                <marker
                  id="map-arrow"
                  markerHeight="9"
                  markerUnits="userSpaceOnUse"
                  markerWidth="9"
                  orient="auto"
                  refX="7.5"
                  refY="4.5"
                >
                  <path className={classes.head} d="M1 1 7.5 4.5 1 8" />
                </marker>
                <marker
                  id="map-arrow-chosen"
                  markerHeight="9"
                  markerUnits="userSpaceOnUse"
                  markerWidth="9"
                  orient="auto"
                  refX="7.5"
                  refY="4.5"
                >
                  <path className={classes.headChosen} d="M1 1 7.5 4.5 1 8" />
                </marker>
              </defs>
              {layout.bands.slice(0, -1).map((band) => (
                <line
                  className={classes.rule}
                  key={band.influence}
                  x1={0}
                  x2={layout.width}
                  y1={band.bottom}
                  y2={band.bottom}
                />
              ))}
              {layout.conflicts.map((conflict) => {
                const chosen = conflict.from === chosenId || conflict.to === chosenId;
                return (
                  <path
                    className={chosen ? classes.conflictChosen : classes.conflict}
                    d={conflict.path}
                    key={`${conflict.from} ${conflict.to}`}
                  />
                );
              })}
              {layout.arrows.map((arrow) => {
                const chosen = arrow.from === chosenId || arrow.to === chosenId;
                return (
                  <path
                    className={chosen ? classes.arrowChosen : classes.arrow}
                    d={arrow.path}
                    key={`${arrow.from} ${arrow.to}`}
                    markerEnd={`url(#${chosen ? 'map-arrow-chosen' : 'map-arrow'})`}
                  />
                );
              })}
            </svg>
            {layout.bands.map((band) => (
              <span
                aria-hidden="true"
                className={classes.bandName}
                data-target={drag.target?.influence === band.influence ? true : undefined}
                key={band.influence}
                style={{ top: band.middle }}
              >
                {t(`domain:influence.${influenceKey(band.influence)}`)}
              </span>
            ))}
            {people.map((person) => {
              const node = nodeOf.get(person.id);
              if (node === undefined) return null;
              const name = shortName(person, language) || t('people.nameless');
              return (
                <button
                  aria-pressed={person.id === chosenId}
                  className={classes.node}
                  data-dragged={drag.offset(person.id) === null ? undefined : true}
                  id={`map-${person.id}`}
                  key={person.id}
                  {...drag.handlers(person, node)}
                  onClick={() => onChoose(person.id)}
                  onDoubleClick={() => onOpen(person.id)}
                  onFocus={() => onChoose(person.id)}
                  onKeyDown={(event) => onKeyDown(event, node)}
                  style={{
                    left: node.x - labelWidth / 2 + (drag.offset(person.id)?.x ?? 0),
                    top: node.y - node.radius + (drag.offset(person.id)?.y ?? 0),
                    width: labelWidth,
                  }}
                  title={t('people.dragHint')}
                  type="button"
                >
                  <Ring
                    attitude={person.attitude}
                    chosen={person.id === chosenId}
                    initials={initialsOf(person)}
                    radius={node.radius}
                  />
                  <span className={classes.name}>{name}</span>
                  <span className={classes.position} title={person.position}>
                    {inSentence(person.position, language)}
                  </span>
                  <span className="k-hidden">
                    {t(`domain:influence.${influenceKey(person.influence)}`)}, {attitudeWord(person, t)}
                  </span>
                </button>
              );
            })}
            <div style={{ height: layout.axisY }} />
            <div aria-hidden="true" className={classes.axis} style={{ height: layout.height - layout.axisY }}>
              <span className={classes.axisLine} style={{ left: bandLabelWidth }} />
              <span className={classes.axisName}>{t('people.attitudeAxis')}</span>
              {layout.columns.map(({ attitude, x }) => (
                <span
                  className={classes.columnName}
                  data-target={drag.target?.attitude === attitude ? true : undefined}
                  key={attitude}
                  style={{ left: x }}
                >
                  {t(`domain:attitudeAxis.${attitude}`)}
                </span>
              ))}
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

/** A circle whose edge tells the attitude by pattern as well as by colour. */
export function Ring({
  attitude,
  initials,
  radius,
  chosen = false,
}: {
  readonly attitude: Attitude;
  readonly initials: string;
  readonly radius: number;
  readonly chosen?: boolean;
}) {
  const size = radius * 2;
  return (
    <span
      className={classes.ring}
      data-attitude={attitude}
      data-chosen={chosen ? true : undefined}
      style={{ width: size, height: size }}
    >
      <svg aria-hidden="true" height={size} viewBox={`${-radius} ${-radius} ${size} ${size}`} width={size}>
        {chosen ? <circle className={classes.halo} r={radius + 6} /> : null}
        <circle className={classes.ground} r={radius - 1} />
        <circle className={classes.edge} r={radius - 1.5} />
        {attitude === 'supporter' ? <circle className={classes.inner} r={radius - 5} /> : null}
      </svg>
      <span
        aria-hidden="true"
        className={classes.initials}
        style={{ fontSize: Math.max(9.5, Math.min(13, radius * 0.46)) }}
      >
        {initials}
      </span>
    </span>
  );
}

/** The nearest node in the direction of an arrow key. */
function nearest(from: MapNode, nodes: readonly MapNode[], key: string): MapNode | null {
  const direction = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[key];
  if (direction === undefined) return null;
  const [dirX = 0, dirY = 0] = direction;
  let best: MapNode | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const along = (node.x - from.x) * dirX + (node.y - from.y) * dirY;
    const across = Math.abs((node.x - from.x) * dirY) + Math.abs((node.y - from.y) * dirX);
    if (node.id === from.id || along < 8) continue;
    const cost = along + across * 2;
    if (cost < bestCost) [best, bestCost] = [node, cost];
  }
  return best;
}
