import { say } from "../../messages/index.ts";
import type { DatedNameView } from "../views.ts";
import type { SiteProps } from "./site-props.ts";

export interface DatedNameProps extends SiteProps {
	readonly name: DatedNameView;
}

/** `Bình Phước (nay thuộc thành phố Đồng Nai)`: the name of the article's day, then today's. */
export function DatedName({ site, name: { label, address, now } }: DatedNameProps) {
	return (
		<>
			<a href={address}>{label}</a>
			{now && (
				<>
					{` (${say(site, `article.nameNow.${now.relation}`)} `}
					{now.units.map((unit, index) => (
						<>
							{index > 0 && (index === now.units.length - 1 ? say(site, "lastOfSeveral") : ", ")}
							<a href={unit.address}>{unit.label}</a>
						</>
					))}
					)
				</>
			)}
		</>
	);
}
