using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConnectGate.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AuditChainAndFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DayCounts",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DayCounts", x => new { x.Day, x.Kind, x.Key });
                });

            migrationBuilder.Sql(
                "INSERT INTO \"DayCounts\" (\"Day\", \"Kind\", \"Key\", \"Count\") "
                    + "SELECT \"Day\", 'refusals', \"Code\", \"Count\" FROM \"Refusals\"");

            // What was stored before counts from the start, so that an undo of an earlier decision finds its count.
            Count(migrationBuilder, "letters-sent", Day("SentAt"), LetterKey, "Requests", "true");
            Count(migrationBuilder, "letters-accepted", Day("DecidedAt"), LetterKey, "Requests", "\"State\" = 'Accepted'");
            Count(
                migrationBuilder,
                "letters-declined",
                Day("DecidedAt"),
                LetterKey,
                "Requests",
                "\"State\" IN ('DeclinedNotNow', 'DeclinedForGood')");
            Count(migrationBuilder, "reports", Day("At"), "\"Category\"", "Reports", "true");
            Count(migrationBuilder, "cases-opened", Day("OpenedAt"), "''", "Cases", "true");
            Count(migrationBuilder, "cases-decided", Day("ClosedAt"), TimeKey, "Cases", "\"ClosedAt\" IS NOT NULL");

            migrationBuilder.DropTable(
                name: "Refusals");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit");

            migrationBuilder.AddColumn<string>(
                name: "Hash",
                table: "Audit",
                type: "character(64)",
                fixedLength: true,
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Act_At_Id",
                table: "Audit",
                columns: new[] { "Act", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_ActorId_At_Id",
                table: "Audit",
                columns: new[] { "ActorId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_SubjectId_At_Id",
                table: "Audit",
                columns: new[] { "SubjectId", "At", "Id" });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit",
                sql: "\"Act\" IN ('ViewedCase', 'DismissedCase', 'SuspendedMember', 'GrantedRole', 'ResetSecondFactor', 'AdmittedAddress', 'InvitedAddress', 'WithdrewInvitation', 'LetIn', 'DidNotLetIn', 'AddedTemplate', 'RemovedTemplate', 'RecognisedGroup', 'TookBackRecognition', 'TookCase', 'GaveBackCase', 'EscalatedCase', 'CommentedOnCase', 'WarnedMember', 'ReducedAllowance', 'RemovedText', 'MarkedTemplate', 'UpheldAppeal', 'RefusedAppeal', 'MutedReporter', 'UnmutedReporter', 'ChangedRule', 'RetiredRule', 'ExportedAudit')");
        }

        private const string LetterKey =
            "\"Reason\" || CASE WHEN \"IntroducedById\" IS NULL THEN ' direct' ELSE ' introduced' END";

        private const string Hours = "extract(epoch FROM \"ClosedAt\" - \"OpenedAt\") / 3600";

        private const string TimeKey =
            "CASE WHEN " + Hours + " < 1 THEN '1h' WHEN " + Hours + " < 6 THEN '6h' WHEN " + Hours + " < 24 THEN '24h' "
                + "WHEN " + Hours + " < 72 THEN '3d' WHEN " + Hours + " < 168 THEN '7d' ELSE 'longer' END";

        private static string Day(string column) => $"(\"{column}\" AT TIME ZONE 'UTC')::date";

        private static void Count(
            MigrationBuilder migrationBuilder,
            string kind,
            string day,
            string key,
            string table,
            string where) =>
            migrationBuilder.Sql(
                "INSERT INTO \"DayCounts\" (\"Day\", \"Kind\", \"Key\", \"Count\") "
                    + $"SELECT {day}, '{kind}', {key}, count(*) FROM \"{table}\" WHERE {where} GROUP BY 1, 3");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DayCounts");

            migrationBuilder.CreateTable(
                name: "Refusals",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Refusals", x => new { x.Day, x.Code });
                });

            migrationBuilder.DropIndex(
                name: "IX_Audit_Act_At_Id",
                table: "Audit");

            migrationBuilder.DropIndex(
                name: "IX_Audit_ActorId_At_Id",
                table: "Audit");

            migrationBuilder.DropIndex(
                name: "IX_Audit_SubjectId_At_Id",
                table: "Audit");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "Hash",
                table: "Audit");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit",
                sql: "\"Act\" IN ('ViewedCase', 'DismissedCase', 'SuspendedMember', 'GrantedRole', 'ResetSecondFactor', 'AdmittedAddress', 'InvitedAddress', 'WithdrewInvitation', 'LetIn', 'DidNotLetIn', 'AddedTemplate', 'RemovedTemplate', 'RecognisedGroup', 'TookBackRecognition', 'TookCase', 'GaveBackCase', 'EscalatedCase', 'CommentedOnCase', 'WarnedMember', 'ReducedAllowance', 'RemovedText', 'MarkedTemplate', 'UpheldAppeal', 'RefusedAppeal', 'MutedReporter', 'UnmutedReporter', 'ChangedRule', 'RetiredRule')");
        }
    }
}
