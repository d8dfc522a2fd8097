import { basename, dirname } from "node:path";
import { installedAs } from "./installed-as.ts";
import { NewPortalError } from "./make-portal.ts";
import { ProductSpecError, productDependency } from "./product-spec.ts";
import { strings } from "./strings.ts";

/**
 * What a portal's `package.json` says of the product where nobody names one: what the running one was installed from,
 * or its folder, if that is no installed package.
 *
 * @param folder the product's own, absolute: `/srv/tin/node_modules/tintinh`
 * @param version the product's
 * @param portal the portal's folder, absolute
 * @throws NewPortalError if nothing says where npm finds the product: a version that no registry has cannot be installed
 */
export function usualProduct(folder: string, version: string, portal: string): string {
	const installed = installedAs(folder);
	const remedy = strings.nameSource(version);
	if (!installed && basename(dirname(folder)) === "node_modules") {
		throw new NewPortalError({ message: strings.unknownSource, remedy });
	}
	const { spec, directory } = installed ?? { spec: folder, directory: folder };
	try {
		return productDependency(spec, portal, directory);
	} catch (error) {
		// The file is gone, or the form means nothing elsewhere, as that of workspaces.
		if (error instanceof ProductSpecError) {
			throw new NewPortalError({ message: strings.unusableSource(spec), remedy });
		}
		throw error;
	}
}
