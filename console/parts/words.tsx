/** What somebody wrote, as it is: its direction and its marks for it end with it, whatever they are. */
export function Words({ children }: { children: string }) {
  return (
    <blockquote className="words">
      <bdi>{children}</bdi>
    </blockquote>
  );
}
