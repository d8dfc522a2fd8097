/** The one schema, for both databases. A migration that was released is never edited: the next one changes it. */
import type { Kysely, Migration, MigrationProvider } from "kysely";

const first: Migration = {
	async up(db: Kysely<unknown>) {
		const { schema } = db;
		const text = "text" as const;
		// Milliseconds fit, and both databases hand them back as numbers.
		const moment = "double precision" as const;
		await schema
			.createTable("days")
			.addColumn("day", text, (column) => column.primaryKey())
			.addColumn("source", text, (column) => column.notNull())
			.addColumn("salt", text)
			.execute();
		await schema
			.createTable("seen")
			.addColumn("visit", text, (column) => column.primaryKey())
			.addColumn("day", text, (column) => column.notNull())
			.execute();
		await schema
			.createTable("readers")
			.addColumn("reader", text, (column) => column.primaryKey())
			.addColumn("day", text, (column) => column.notNull())
			.addColumn("at", moment, (column) => column.notNull())
			.execute();
		await schema.createIndex("readers_at").on("readers").column("at").execute();
		await schema
			.createTable("views")
			.addColumn("day", text, (column) => column.notNull())
			.addColumn("article", text, (column) => column.notNull())
			.addColumn("count", "integer", (column) => column.notNull())
			.addPrimaryKeyConstraint("views_key", ["day", "article"])
			.execute();
		await schema
			.createTable("totals")
			.addColumn("article", text, (column) => column.primaryKey())
			.addColumn("month", text, (column) => column.notNull())
			.addColumn("count", "integer", (column) => column.notNull())
			.execute();
		await schema.createIndex("totals_month").on("totals").column("month").execute();
		await schema
			.createTable("referrers")
			.addColumn("day", text, (column) => column.notNull())
			.addColumn("host", text, (column) => column.notNull())
			.addColumn("count", "integer", (column) => column.notNull())
			.addPrimaryKeyConstraint("referrers_key", ["day", "host"])
			.execute();
		await schema
			.createTable("searches")
			.addColumn("day", text, (column) => column.notNull())
			.addColumn("words", text, (column) => column.notNull())
			.addColumn("count", "integer", (column) => column.notNull())
			.addPrimaryKeyConstraint("searches_key", ["day", "words"])
			.execute();
		await schema
			.createTable("comments")
			.addColumn("id", text, (column) => column.primaryKey())
			.addColumn("article", text, (column) => column.notNull())
			.addColumn("name", text, (column) => column.notNull())
			.addColumn("email", text)
			.addColumn("text", text, (column) => column.notNull())
			.addColumn("sameness", text, (column) => column.notNull())
			.addColumn("state", text, (column) => column.notNull())
			.addColumn("at", moment, (column) => column.notNull())
			.addColumn("key", text, (column) => column.notNull())
			.addColumn("decided", moment)
			.addColumn("decider", text)
			.addColumn("reason", text)
			.execute();
		await schema.createIndex("comments_state").on("comments").columns(["state", "at"]).execute();
		await schema.createIndex("comments_article").on("comments").column("article").execute();
		await schema
			.createTable("likes")
			.addColumn("comment", text, (column) => column.primaryKey())
			.addColumn("month", text, (column) => column.notNull())
			.addColumn("count", "integer", (column) => column.notNull())
			.execute();
		await schema.createIndex("likes_month").on("likes").column("month").execute();
		await schema
			.createTable("spent")
			.addColumn("proof", text, (column) => column.primaryKey())
			.addColumn("until", moment, (column) => column.notNull())
			.execute();
		await schema
			.createTable("attempts")
			.addColumn("source", text, (column) => column.primaryKey())
			.addColumn("until", moment, (column) => column.notNull())
			.addColumn("count", "integer", (column) => column.notNull())
			.execute();
		await schema
			.createTable("logs")
			.addColumn("log", text, (column) => column.primaryKey())
			.addColumn("bytes", moment, (column) => column.notNull())
			.addColumn("at", moment, (column) => column.notNull())
			.execute();
		await schema
			.createTable("settings")
			.addColumn("name", text, (column) => column.primaryKey())
			.addColumn("value", text, (column) => column.notNull())
			.execute();
	},
};

/** Rows that are appended at one end and deleted at the other: a page of the file has many of a moment. */
const presentReaders: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema.dropTable("readers").execute();
		await db.schema
			.createTable("present")
			.addColumn("at", "double precision", (column) => column.notNull())
			.addColumn("reader", "text", (column) => column.notNull())
			.addPrimaryKeyConstraint("present_key", ["at", "reader"])
			.execute();
	},
};

export const migrations: MigrationProvider = {
	getMigrations: async () => ({ "1-first": first, "2-present-readers": presentReaders }),
};
