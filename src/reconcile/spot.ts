import type { Kin } from '../link/kin.ts';
import type { ControlStatus } from '../model/control.ts';
import type { PlaceArg } from '../model/slot.ts';

// Who loses a town loses every building in it: "after taking the municipal stadium" and "full control of the town", said of one week,
// are one loss to the one who held both. The taker's hold of the spot is still told.

/** What is asked of a row of control. */
interface Loss {
  readonly place: string;
  readonly holder: string;
  readonly status: ControlStatus;
  readonly from: number | null;
}

const DAYS = 7;
const KILOMETRES = 5;

/** Leaves out losses of spots whose town the same holder lost within a week; a spot has no gazetteer id and is told of less often. */
export function withoutSpots<Row extends Loss>(
  rows: readonly Row[],
  points: ReadonlyMap<string, PlaceArg>,
  kin: Kin,
): Row[] {
  const told = new Map<string, number>();
  for (const row of rows) told.set(row.place, (told.get(row.place) ?? 0) + 1);
  const week = (row: Row): number => Math.floor((row.from ?? 0) / DAYS);
  const lost = new Map<string, Map<string, Row>>();
  for (const row of rows) {
    if (row.status !== 'lost') continue;
    const key = `${row.holder}\u0001${week(row)}`;
    const places = lost.get(key) ?? new Map<string, Row>();
    lost.set(key, places.set(row.place, row));
  }
  const isSpot = (spot: Row, town: Row): boolean => {
    if (kin.within(spot.place, town.place)) return true;
    if (spot.place.startsWith('geonames:') || told.get(town.place)! <= told.get(spot.place)!) return false;
    return kilometres(points.get(spot.place), points.get(town.place)) <= KILOMETRES;
  };
  const isCovered = (row: Row): boolean =>
    [-1, 0, 1].some((step) =>
      [...(lost.get(`${row.holder}\u0001${week(row) + step}`)?.values() ?? [])].some(
        (town) => town.place !== row.place && isSpot(row, town),
      ),
    );
  return rows.filter((row) => row.status !== 'lost' || !isCovered(row));
}

/** Distance on the ground, near enough for a town; Infinity where a point is unknown. */
function kilometres(a: PlaceArg | undefined, b: PlaceArg | undefined): number {
  if (typeof a?.lat !== 'number' || typeof a.lon !== 'number') return Number.POSITIVE_INFINITY;
  if (typeof b?.lat !== 'number' || typeof b.lon !== 'number') return Number.POSITIVE_INFINITY;
  const east = (a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180);
  return 111 * Math.hypot(a.lat - b.lat, east);
}
