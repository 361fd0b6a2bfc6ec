/** A five-pointed star around the origin, one point up, as the data of a path. */
export function starPath(outer: number, inner: number): string {
  const corners = Array.from({ length: 10 }, (_, corner) => {
    const angle = (corner / 10) * Math.PI * 2 - Math.PI / 2;
    const radius = corner % 2 === 0 ? outer : inner;
    return `${(Math.cos(angle) * radius).toFixed(2)} ${(Math.sin(angle) * radius).toFixed(2)}`;
  });
  return `M ${corners.join(' L ')} Z`;
}
