using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConnectGate.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Lapses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ById",
                table: "Admitted",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LapsedAt",
                table: "Accounts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LetInById",
                table: "Accounts",
                type: "bigint",
                nullable: true);

            // Approvals are in the audit log. Nothing recorded who invited whom.
            migrationBuilder.Sql(
                """
                UPDATE "Accounts" SET "LetInById" =
                    (SELECT max("ActorId") FROM "Audit" WHERE "Act" = 'LetIn' AND "SubjectId" = "Accounts"."Id"
                     AND EXISTS (SELECT 1 FROM "Accounts" AS "By" WHERE "By"."Id" = "Audit"."ActorId"))
                """);

            migrationBuilder.DropCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit",
                sql: "\"Act\" IN ('ViewedCase', 'DismissedCase', 'SuspendedMember', 'GrantedRole', 'ResetSecondFactor', 'AdmittedAddress', 'InvitedAddress', 'WithdrewInvitation', 'LetIn', 'DidNotLetIn', 'AddedTemplate', 'RemovedTemplate', 'RecognisedGroup', 'TookBackRecognition', 'TookCase', 'GaveBackCase', 'EscalatedCase', 'CommentedOnCase', 'WarnedMember', 'ReducedAllowance', 'RemovedText', 'MarkedTemplate', 'UpheldAppeal', 'RefusedAppeal', 'MutedReporter', 'UnmutedReporter', 'ChangedRule', 'RetiredRule', 'ExportedAudit', 'ViewedMember', 'MovedAddress', 'SignedOutMember', 'LapsedMember', 'RenewedMember')");

            migrationBuilder.CreateIndex(
                name: "IX_Admitted_ById",
                table: "Admitted",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_LapsedAt",
                table: "Accounts",
                column: "LapsedAt",
                filter: "\"LapsedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_LetInById",
                table: "Accounts",
                column: "LetInById");

            migrationBuilder.AddForeignKey(
                name: "FK_Accounts_Accounts_LetInById",
                table: "Accounts",
                column: "LetInById",
                principalTable: "Accounts",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "FK_Admitted_Accounts_ById",
                table: "Admitted",
                column: "ById",
                principalTable: "Accounts",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Accounts_Accounts_LetInById",
                table: "Accounts");

            migrationBuilder.DropForeignKey(
                name: "FK_Admitted_Accounts_ById",
                table: "Admitted");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit");

            migrationBuilder.DropIndex(
                name: "IX_Admitted_ById",
                table: "Admitted");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_LapsedAt",
                table: "Accounts");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_LetInById",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "ById",
                table: "Admitted");

            migrationBuilder.DropColumn(
                name: "LapsedAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "LetInById",
                table: "Accounts");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit",
                sql: "\"Act\" IN ('ViewedCase', 'DismissedCase', 'SuspendedMember', 'GrantedRole', 'ResetSecondFactor', 'AdmittedAddress', 'InvitedAddress', 'WithdrewInvitation', 'LetIn', 'DidNotLetIn', 'AddedTemplate', 'RemovedTemplate', 'RecognisedGroup', 'TookBackRecognition', 'TookCase', 'GaveBackCase', 'EscalatedCase', 'CommentedOnCase', 'WarnedMember', 'ReducedAllowance', 'RemovedText', 'MarkedTemplate', 'UpheldAppeal', 'RefusedAppeal', 'MutedReporter', 'UnmutedReporter', 'ChangedRule', 'RetiredRule', 'ExportedAudit')");
        }
    }
}
