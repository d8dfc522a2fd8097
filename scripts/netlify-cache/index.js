/**
 * A build plugin of Netlify that keeps the build's cache from one build to the next. Losing the cache costs time and
 * nothing else, so that no failure here fails a build.
 *
 * https://docs.netlify.com/extend/develop-and-share/develop-build-plugins/
 */

const cacheDirectory = ".cache";

/** Runs before the build command. */
export async function onPreBuild({ utils }) {
	try {
		const restored = await utils.cache.restore(cacheDirectory);
		console.log(restored ? `${cacheDirectory} restored` : `no ${cacheDirectory} from an earlier build`);
	} catch (error) {
		console.warn(`${cacheDirectory} could not be restored`, error);
	}
}

/** Runs after a build that succeeded. */
export async function onPostBuild({ utils }) {
	try {
		const saved = await utils.cache.save(cacheDirectory);
		console.log(saved ? `${cacheDirectory} saved` : `no ${cacheDirectory} to save`);
	} catch (error) {
		console.warn(`${cacheDirectory} could not be saved`, error);
	}
}
