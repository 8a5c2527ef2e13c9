using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConnectGate.Foundation.Data.Migrations
{
    /// <inheritdoc />
    public partial class Deletion : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit");

            migrationBuilder.AddColumn<string>(
                name: "FormerAddress",
                table: "Accounts",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FormerHandle",
                table: "Accounts",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LeavesAt",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WasRemoved",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "KeptWaits",
                columns: table => new
                {
                    SenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    RecipientId = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptWaits", x => new { x.SenderId, x.RecipientId });
                    table.ForeignKey(
                        name: "FK_KeptWaits_Members_RecipientId",
                        column: x => x.RecipientId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_KeptWaits_Members_SenderId",
                        column: x => x.SenderId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ServerSecrets",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServerSecrets", x => x.Name);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit",
                sql: "\"Act\" IN ('ViewedCase', 'DismissedCase', 'SuspendedMember', 'GrantedRole', 'ResetSecondFactor', 'AdmittedAddress', 'InvitedAddress', 'WithdrewInvitation', 'LetIn', 'DidNotLetIn', 'AddedTemplate', 'RemovedTemplate', 'RecognisedGroup', 'TookBackRecognition', 'TookCase', 'GaveBackCase', 'EscalatedCase', 'CommentedOnCase', 'WarnedMember', 'ReducedAllowance', 'RemovedText', 'MarkedTemplate', 'UpheldAppeal', 'RefusedAppeal', 'MutedReporter', 'UnmutedReporter', 'ChangedRule', 'RetiredRule', 'ExportedAudit', 'ViewedMember', 'MovedAddress', 'SignedOutMember', 'LapsedMember', 'RenewedMember', 'RemovedMember', 'TookBackRemoval', 'ViewedApplicants', 'ViewedInvitations')");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_FormerAddress",
                table: "Accounts",
                column: "FormerAddress",
                filter: "\"FormerAddress\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_FormerHandle",
                table: "Accounts",
                column: "FormerHandle",
                filter: "\"FormerHandle\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_LeavesAt",
                table: "Accounts",
                column: "LeavesAt",
                filter: "\"LeavesAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_KeptWaits_RecipientId",
                table: "KeptWaits",
                column: "RecipientId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeptWaits");

            migrationBuilder.DropTable(
                name: "ServerSecrets");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_FormerAddress",
                table: "Accounts");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_FormerHandle",
                table: "Accounts");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_LeavesAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "FormerAddress",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "FormerHandle",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "LeavesAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "WasRemoved",
                table: "Accounts");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit",
                sql: "\"Act\" IN ('ViewedCase', 'DismissedCase', 'SuspendedMember', 'GrantedRole', 'ResetSecondFactor', 'AdmittedAddress', 'InvitedAddress', 'WithdrewInvitation', 'LetIn', 'DidNotLetIn', 'AddedTemplate', 'RemovedTemplate', 'RecognisedGroup', 'TookBackRecognition', 'TookCase', 'GaveBackCase', 'EscalatedCase', 'CommentedOnCase', 'WarnedMember', 'ReducedAllowance', 'RemovedText', 'MarkedTemplate', 'UpheldAppeal', 'RefusedAppeal', 'MutedReporter', 'UnmutedReporter', 'ChangedRule', 'RetiredRule', 'ExportedAudit', 'ViewedMember', 'MovedAddress', 'SignedOutMember', 'LapsedMember', 'RenewedMember', 'ViewedApplicants', 'ViewedInvitations')");
        }
    }
}
