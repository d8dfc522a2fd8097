export { GitHubBackend as Backend } from "decap-cms-backend-github";
