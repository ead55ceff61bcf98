// A rider's initials on a color that stays the same for the same name.
export function Avatar({ name }: { readonly name: string }) {
  const initials = name
    .split(/[\s-]+/)
    .map((part) => part.charAt(0).toUpperCase())
    .slice(0, 2)
    .join('');
  const shade = Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 6;
  return (
    <span className={`avatar avatar-${shade}`} aria-hidden="true">
      {initials}
    </span>
  );
}
