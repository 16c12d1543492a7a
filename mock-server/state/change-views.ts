import { type Kind, kindNames, perKind } from '../resources/kinds.ts';
import { rowColumns, upsertOf } from './entity-row.ts';

const ofEvent = ['event_id', 'event_type', 'occurred_at'];

/**
 * Views to write through: a row of `customers_with_event` is a customer and the event that tells of it. So both are one
 * statement, which SQLite stores as a whole by itself: beginning and ending a transaction would cost a twentieth of all that
 * creating a customer does.
 */
export const changeViews = kindNames.map(viewOf).join('\n');

/** The statements that store an entity of each kind, new or changed, with its event. */
export const insertsWithEvent = perKind(insertOf);

function viewOf(kind: Kind): string {
  const columns = rowColumns(kind);
  return `
    CREATE TEMP VIEW ${kind}_with_event AS
      SELECT ${columns.join(', ')}, ${ofEvent.map((column) => `NULL AS ${column}`).join(', ')} FROM ${kind};
    CREATE TEMP TRIGGER ${kind}_with_event_added INSTEAD OF INSERT ON ${kind}_with_event BEGIN
      ${upsertOf(kind, (column) => `NEW.${column}`)};
      INSERT INTO events VALUES (NEW.account, ${ofEvent.map((column) => `NEW.${column}`).join(', ')}, NEW.json);
    END;
  `;
}

function insertOf(kind: Kind): string {
  const columns = [...rowColumns(kind), ...ofEvent];
  return `INSERT INTO ${kind}_with_event (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
}
