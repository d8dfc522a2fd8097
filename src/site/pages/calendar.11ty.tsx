import { renderCalendar } from "../feeds/calendar.ts";
import { template } from "./template.ts";

export const { data, render } = template("calendar", ({ view, site }) => renderCalendar(view, site));
