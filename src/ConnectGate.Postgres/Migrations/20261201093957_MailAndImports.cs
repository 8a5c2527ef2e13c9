using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ConnectGate.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class MailAndImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit");

            migrationBuilder.AlterColumn<DateTime>(
                name: "DueAt",
                table: "OutgoingMail",
                type: "timestamp with time zone",
                nullable: true,
                oldClrType: typeof(DateTime),
                oldType: "timestamp with time zone");

            migrationBuilder.AddColumn<DateTime>(
                name: "FailedAt",
                table: "OutgoingMail",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Fault",
                table: "OutgoingMail",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FaultDetail",
                table: "OutgoingMail",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "OutgoingMail",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ExpiresOn",
                table: "Admitted",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "Admitted",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "OutsideId",
                table: "Admitted",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ExpiresOn",
                table: "Accounts",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OutsideId",
                table: "Accounts",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MemberImports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ById = table.Column<long>(type: "bigint", nullable: true),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LapsesOthers = table.Column<bool>(type: "boolean", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Problems = table.Column<string>(type: "text", nullable: false),
                    MoreProblems = table.Column<int>(type: "integer", nullable: false),
                    Applied_Bad = table.Column<int>(type: "integer", nullable: false),
                    Applied_Changed = table.Column<int>(type: "integer", nullable: false),
                    Applied_Invited = table.Column<int>(type: "integer", nullable: false),
                    Applied_Lapsed = table.Column<int>(type: "integer", nullable: false),
                    Applied_Renewed = table.Column<int>(type: "integer", nullable: false),
                    Applied_Unchanged = table.Column<int>(type: "integer", nullable: false),
                    Planned_Bad = table.Column<int>(type: "integer", nullable: false),
                    Planned_Changed = table.Column<int>(type: "integer", nullable: false),
                    Planned_Invited = table.Column<int>(type: "integer", nullable: false),
                    Planned_Lapsed = table.Column<int>(type: "integer", nullable: false),
                    Planned_Renewed = table.Column<int>(type: "integer", nullable: false),
                    Planned_Unchanged = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberImports", x => x.Id);
                    table.CheckConstraint("CK_MemberImports_Done", "\"Done\" BETWEEN 0 AND \"Total\"");
                    table.ForeignKey(
                        name: "FK_MemberImports_Accounts_ById",
                        column: x => x.ById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "MemberImportSlices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ImportId = table.Column<long>(type: "bigint", nullable: false),
                    Rows = table.Column<string>(type: "text", nullable: false),
                    Others = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberImportSlices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberImportSlices_MemberImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "MemberImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_OutgoingMail_Fault",
                table: "OutgoingMail",
                sql: "\"Fault\" IN ('CertificateForOtherHost', 'CertificateOutOfDate', 'CertificateNotTrusted', 'HandshakeFailed', 'SignInRefused', 'SignInDemanded', 'RecipientRejected', 'SenderRejected', 'MessageRejected', 'CommandRejected', 'NoStartTls', 'NoSignIn', 'NoSmtpUtf8', 'ConnectionRefused', 'HostUnknown', 'NoConnection', 'NoAnswer', 'ConnectionBroke', 'Other')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_OutgoingMail_Kind",
                table: "OutgoingMail",
                sql: "\"Kind\" IN (0, 1, 2)");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit",
                sql: "\"Act\" IN ('ViewedCase', 'DismissedCase', 'SuspendedMember', 'GrantedRole', 'ResetSecondFactor', 'AdmittedAddress', 'InvitedAddress', 'WithdrewInvitation', 'LetIn', 'DidNotLetIn', 'AddedTemplate', 'RemovedTemplate', 'RecognisedGroup', 'TookBackRecognition', 'TookCase', 'GaveBackCase', 'EscalatedCase', 'CommentedOnCase', 'WarnedMember', 'ReducedAllowance', 'RemovedText', 'MarkedTemplate', 'UpheldAppeal', 'RefusedAppeal', 'MutedReporter', 'UnmutedReporter', 'ChangedRule', 'RetiredRule', 'ExportedAudit', 'ViewedMember', 'MovedAddress', 'SignedOutMember', 'LapsedMember', 'RenewedMember', 'RemovedMember', 'TookBackRemoval', 'ViewedApplicants', 'ViewedInvitations', 'ViewedMail', 'SentMailAgain', 'SentTestMail', 'ImportedMembers', 'ChangedMembership')");

            migrationBuilder.CreateIndex(
                name: "IX_Admitted_OutsideId",
                table: "Admitted",
                column: "OutsideId",
                unique: true,
                filter: "\"OutsideId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_ExpiresOn",
                table: "Accounts",
                column: "ExpiresOn",
                filter: "\"ExpiresOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_OutsideId",
                table: "Accounts",
                column: "OutsideId",
                unique: true,
                filter: "\"OutsideId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MemberImports_ById",
                table: "MemberImports",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_MemberImportSlices_ImportId",
                table: "MemberImportSlices",
                column: "ImportId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MemberImportSlices");

            migrationBuilder.DropTable(
                name: "MemberImports");

            migrationBuilder.DropCheckConstraint(
                name: "CK_OutgoingMail_Fault",
                table: "OutgoingMail");

            migrationBuilder.DropCheckConstraint(
                name: "CK_OutgoingMail_Kind",
                table: "OutgoingMail");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit");

            migrationBuilder.DropIndex(
                name: "IX_Admitted_OutsideId",
                table: "Admitted");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_ExpiresOn",
                table: "Accounts");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_OutsideId",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "FailedAt",
                table: "OutgoingMail");

            migrationBuilder.DropColumn(
                name: "Fault",
                table: "OutgoingMail");

            migrationBuilder.DropColumn(
                name: "FaultDetail",
                table: "OutgoingMail");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "OutgoingMail");

            migrationBuilder.DropColumn(
                name: "ExpiresOn",
                table: "Admitted");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "Admitted");

            migrationBuilder.DropColumn(
                name: "OutsideId",
                table: "Admitted");

            migrationBuilder.DropColumn(
                name: "ExpiresOn",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "OutsideId",
                table: "Accounts");

            migrationBuilder.AlterColumn<DateTime>(
                name: "DueAt",
                table: "OutgoingMail",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified),
                oldClrType: typeof(DateTime),
                oldType: "timestamp with time zone",
                oldNullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit",
                sql: "\"Act\" IN ('ViewedCase', 'DismissedCase', 'SuspendedMember', 'GrantedRole', 'ResetSecondFactor', 'AdmittedAddress', 'InvitedAddress', 'WithdrewInvitation', 'LetIn', 'DidNotLetIn', 'AddedTemplate', 'RemovedTemplate', 'RecognisedGroup', 'TookBackRecognition', 'TookCase', 'GaveBackCase', 'EscalatedCase', 'CommentedOnCase', 'WarnedMember', 'ReducedAllowance', 'RemovedText', 'MarkedTemplate', 'UpheldAppeal', 'RefusedAppeal', 'MutedReporter', 'UnmutedReporter', 'ChangedRule', 'RetiredRule', 'ExportedAudit', 'ViewedMember', 'MovedAddress', 'SignedOutMember', 'LapsedMember', 'RenewedMember', 'RemovedMember', 'TookBackRemoval', 'ViewedApplicants', 'ViewedInvitations')");
        }
    }
}
