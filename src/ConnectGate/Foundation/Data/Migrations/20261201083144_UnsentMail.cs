using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConnectGate.Foundation.Data.Migrations
{
    /// <inheritdoc />
    public partial class UnsentMail : Migration
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
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(DateTime),
                oldType: "TEXT");

            migrationBuilder.AddColumn<DateTime>(
                name: "FailedAt",
                table: "OutgoingMail",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Fault",
                table: "OutgoingMail",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FaultDetail",
                table: "OutgoingMail",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "OutgoingMail",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

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
                sql: "\"Act\" IN ('ViewedCase', 'DismissedCase', 'SuspendedMember', 'GrantedRole', 'ResetSecondFactor', 'AdmittedAddress', 'InvitedAddress', 'WithdrewInvitation', 'LetIn', 'DidNotLetIn', 'AddedTemplate', 'RemovedTemplate', 'RecognisedGroup', 'TookBackRecognition', 'TookCase', 'GaveBackCase', 'EscalatedCase', 'CommentedOnCase', 'WarnedMember', 'ReducedAllowance', 'RemovedText', 'MarkedTemplate', 'UpheldAppeal', 'RefusedAppeal', 'MutedReporter', 'UnmutedReporter', 'ChangedRule', 'RetiredRule', 'ExportedAudit', 'ViewedMember', 'MovedAddress', 'SignedOutMember', 'LapsedMember', 'RenewedMember', 'ViewedApplicants', 'ViewedInvitations', 'ViewedMail', 'SentMailAgain', 'SentTestMail')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_OutgoingMail_Fault",
                table: "OutgoingMail");

            migrationBuilder.DropCheckConstraint(
                name: "CK_OutgoingMail_Kind",
                table: "OutgoingMail");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit");

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

            migrationBuilder.AlterColumn<DateTime>(
                name: "DueAt",
                table: "OutgoingMail",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified),
                oldClrType: typeof(DateTime),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit",
                sql: "\"Act\" IN ('ViewedCase', 'DismissedCase', 'SuspendedMember', 'GrantedRole', 'ResetSecondFactor', 'AdmittedAddress', 'InvitedAddress', 'WithdrewInvitation', 'LetIn', 'DidNotLetIn', 'AddedTemplate', 'RemovedTemplate', 'RecognisedGroup', 'TookBackRecognition', 'TookCase', 'GaveBackCase', 'EscalatedCase', 'CommentedOnCase', 'WarnedMember', 'ReducedAllowance', 'RemovedText', 'MarkedTemplate', 'UpheldAppeal', 'RefusedAppeal', 'MutedReporter', 'UnmutedReporter', 'ChangedRule', 'RetiredRule', 'ExportedAudit', 'ViewedMember', 'MovedAddress', 'SignedOutMember', 'LapsedMember', 'RenewedMember', 'ViewedApplicants', 'ViewedInvitations')");
        }
    }
}
