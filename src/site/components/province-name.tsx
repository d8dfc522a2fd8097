import { strings } from "../strings.ts";
import type { ProvinceNameView } from "../views.ts";

/** `Bình Phước (nay là thành phố Đồng Nai)`: the name of the article's day, then today's where it differs. */
export function ProvinceName({ province }: { readonly province: ProvinceNameView }) {
	return (
		<>
			<a href={province.address}>{province.label}</a>
			{province.nowCalled && (
				<>
					{` (${strings.article.nowCalled} `}
					{province.nowAddress ? <a href={province.nowAddress}>{province.nowCalled}</a> : province.nowCalled})
				</>
			)}
		</>
	);
}
