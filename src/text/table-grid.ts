/** What is read of a row or a cell of an HTML table, whichever library parsed it. */
interface TableElement<Self> {
	readonly tagName: string;
	readonly children: Iterable<Self>;
	getAttribute(name: string): string | null;
}

/** Beyond so many columns, a cell is given one column only, whatever it says. */
const mostColumns = 100;
const mostRows = 1000;

/**
 * The cells of an HTML table by row and column; undefined where a cell of another column or row extends, which is how
 * `colspan` and `rowspan` are written in Markdown. Rows may end before the last column of the table.
 */
export function tableGrid<Cell extends TableElement<Cell>>(
	rows: readonly TableElement<Cell>[],
): (Cell | undefined)[][] {
	/** Of each column: in how many of the next rows a cell above extends. */
	const covered: number[] = [];
	return rows.map((row, at) => {
		const places: (Cell | undefined)[] = [];
		const skipCovered = (isEnd: boolean) => {
			while (covered[places.length] || (isEnd && places.length < covered.length)) {
				covered[places.length] = Math.max(0, (covered[places.length] ?? 0) - 1);
				places.push(undefined);
			}
		};
		for (const cell of row.children) {
			if (!/^T[DH]$/i.test(cell.tagName)) continue;
			skipCovered(false);
			const below = Math.min(span(cell, "rowspan", mostRows), rows.length - at) - 1;
			const columns = span(cell, "colspan", Math.max(1, mostColumns - places.length));
			for (let column = 0; column < columns; column += 1) {
				covered[places.length] = below;
				places.push(column === 0 ? cell : undefined);
			}
		}
		skipCovered(true);
		return places;
	});
}

function span(cell: TableElement<unknown>, direction: "colspan" | "rowspan", most: number): number {
	return Math.min(Math.max(Number(cell.getAttribute(direction) ?? 1) || 1, 1), most);
}
