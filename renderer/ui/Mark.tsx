/** The mark of the program: a tuning fork that sounds. `size` in CSS pixels. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg
      aria-hidden="true"
      fill="none"
      height={size}
      stroke="currentColor"
      strokeLinecap="round"
      strokeWidth={size > 56 ? 0.8 : size > 32 ? 1.2 : 1.75}
      viewBox="0 0 24 24"
      width={size}
    >
      <path d="M8.7 2.6v6.7a3.3 3.3 0 0 0 6.6 0V2.6M12 12.6v6.8M10.3 20.9h3.4" />
      <path d="M5.2 4.6a7 7 0 0 0 0 4.6M18.8 4.6a7 7 0 0 1 0 4.6" opacity="0.55" />
    </svg>
  );
}
