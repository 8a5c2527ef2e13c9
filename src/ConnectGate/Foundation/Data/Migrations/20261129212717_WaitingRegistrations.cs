using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConnectGate.Foundation.Data.Migrations
{
    /// <inheritdoc />
    public partial class WaitingRegistrations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Registrations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Token = table.Column<string>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: false),
                    NormalizedEmail = table.Column<string>(type: "TEXT", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: false),
                    Handle = table.Column<string>(type: "TEXT", nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", nullable: false),
                    Application = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Registrations", x => x.Id);
                    table.CheckConstraint("CK_Registrations_Digest", "\"Digest\" IN ('Daily', 'Weekly', 'Never')");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_At",
                table: "Registrations",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_NormalizedEmail",
                table: "Registrations",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_Token",
                table: "Registrations",
                column: "Token",
                unique: true);

            // An account without a proof of its address becomes a registration like any other. Its mailed link goes on
            // working, with its password: the link carries the security stamp. Nobody could find such a member or sign
            // in as one, so no other row refers to them.
            migrationBuilder.Sql(
                """
                INSERT INTO "Registrations"
                    ("Token", "Email", "NormalizedEmail", "PasswordHash", "Handle", "DisplayName", "Digest", "Application", "At")
                SELECT account."SecurityStamp", account."Email", account."NormalizedEmail", account."PasswordHash", member."Handle",
                    member."DisplayName", member."Digest_Frequency", account."Application", member."JoinedAt"
                FROM "Accounts" AS account JOIN "Members" AS member ON member."Id" = account."Id"
                WHERE NOT account."EmailConfirmed" AND account."SecurityStamp" IS NOT NULL AND account."PasswordHash" IS NOT NULL
                    AND account."Email" IS NOT NULL AND account."NormalizedEmail" IS NOT NULL;
                """);
            migrationBuilder.Sql("""DELETE FROM "Members" WHERE "Id" IN (SELECT "Id" FROM "Accounts" WHERE NOT "EmailConfirmed");""");
            migrationBuilder.Sql("""DELETE FROM "Accounts" WHERE NOT "EmailConfirmed";""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Registrations");
        }
    }
}
