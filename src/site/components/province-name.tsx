import { strings } from "../strings.ts";
import type { ProvinceNameView } from "../views.ts";

/** `Bình Phước (nay thuộc thành phố Đồng Nai)`: the name of the article's day, then what has become of the unit. */
export function ProvinceName({ province: { label, address, now } }: { readonly province: ProvinceNameView }) {
	return (
		<>
			<a href={address}>{label}</a>
			{now && (
				<>
					{` (${strings.article.provinceNow[now.relation]} `}
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
