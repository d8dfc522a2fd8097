export { ForgejoBackend as Backend } from "decap-cms-backend-forgejo";
