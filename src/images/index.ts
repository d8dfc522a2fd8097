export { createImageStore } from "./image-store.ts";
export { makeShareCard } from "./share-card.ts";
