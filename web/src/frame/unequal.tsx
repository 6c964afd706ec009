/** The sign of a dispute: two answers that are not equal. Drawn, since many fonts draw the character badly. */
export function Unequal({ className = '' }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 12 12"
      aria-hidden="true"
      className={`inline-block size-[0.85em] align-[-0.06em] ${className}`}
    >
      <path
        d="M1 4h10M1 8h10M8.5 1l-5 10"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
    </svg>
  );
}
