import { strings } from "../strings.ts";
import type { DatedNameView } from "../views.ts";

/** `Bình Phước (nay thuộc thành phố Đồng Nai)`: the name of the article's day, then today's. */
export function DatedName({ name: { label, address, now } }: { readonly name: DatedNameView }) {
	return (
		<>
			<a href={address}>{label}</a>
			{now && (
				<>
					{` (${strings.article.nameNow[now.relation]} `}
					{now.units.map((unit, index) => (
						<>
							{index > 0 && (index === now.units.length - 1 ? strings.lastOfSeveral : ", ")}
							<a href={unit.address}>{unit.label}</a>
						</>
					))}
					)
				</>
			)}
		</>
	);
}
