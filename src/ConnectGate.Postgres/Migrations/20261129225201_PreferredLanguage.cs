using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConnectGate.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PreferredLanguage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Notifications_MemberId_Kind_Subject",
                table: "Notifications");

            migrationBuilder.AddColumn<string>(
                name: "PreferredLanguage",
                table: "Registrations",
                type: "text",
                nullable: false,
                defaultValue: "en");

            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Registrations",
                type: "text",
                nullable: false,
                defaultValue: "UTC");

            migrationBuilder.AddColumn<string>(
                name: "PreferredLanguage",
                table: "Members",
                type: "text",
                nullable: false,
                defaultValue: "en");

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "Notifications",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            // A talk's subject was the request's public id (22 characters) and after it the message's number.
            migrationBuilder.Sql(
                """
                UPDATE "Notifications"
                SET "Number" = CAST(substr("Subject", 23) AS INTEGER), "Subject" = substr("Subject", 1, 22)
                WHERE "Kind" IN ('RecipientWrote', 'SenderAnswered')
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_MemberId_Kind_Subject_Number",
                table: "Notifications",
                columns: new[] { "MemberId", "Kind", "Subject", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Notifications_MemberId_Kind_Subject_Number",
                table: "Notifications");

            migrationBuilder.Sql(
                """
                UPDATE "Notifications"
                SET "Subject" = "Subject" || CAST("Number" AS TEXT)
                WHERE "Kind" IN ('RecipientWrote', 'SenderAnswered')
                """);

            migrationBuilder.DropColumn(
                name: "PreferredLanguage",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "TimeZone",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "PreferredLanguage",
                table: "Members");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_MemberId_Kind_Subject",
                table: "Notifications",
                columns: new[] { "MemberId", "Kind", "Subject" },
                unique: true);
        }
    }
}
