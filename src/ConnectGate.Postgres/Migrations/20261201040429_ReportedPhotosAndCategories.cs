using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConnectGate.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ReportedPhotosAndCategories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Reports_Kind",
                table: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Stage_ClosedAt_Id",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Stage_Weight_OpenedAt_Id",
                table: "Cases");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit");

            migrationBuilder.AddColumn<int>(
                name: "Categories",
                table: "Cases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "ReportedPhotos",
                columns: table => new
                {
                    Version = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    Large = table.Column<byte[]>(type: "bytea", nullable: false),
                    Small = table.Column<byte[]>(type: "bytea", nullable: false),
                    IsRemoved = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportedPhotos", x => x.Version);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Reports_Kind",
                table: "Reports",
                sql: "\"Kind\" IN ('Letter', 'Reply', 'Introduction', 'Talk', 'Reference', 'Offer', 'Message', 'Post', 'AgendaEntry', 'Profile', 'Photo', 'Group')");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Stage_ClosedAt_Id_Categories",
                table: "Cases",
                columns: new[] { "Stage", "ClosedAt", "Id", "Categories" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Stage_Weight_OpenedAt_Id_Categories",
                table: "Cases",
                columns: new[] { "Stage", "Weight", "OpenedAt", "Id", "Categories" },
                descending: new[] { false, true, false, false, false });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit",
                sql: "\"Act\" IN ('ViewedCase', 'DismissedCase', 'SuspendedMember', 'GrantedRole', 'ResetSecondFactor', 'AdmittedAddress', 'InvitedAddress', 'WithdrewInvitation', 'LetIn', 'DidNotLetIn', 'AddedTemplate', 'RemovedTemplate', 'RecognisedGroup', 'TookBackRecognition', 'TookCase', 'GaveBackCase', 'EscalatedCase', 'CommentedOnCase', 'WarnedMember', 'ReducedAllowance', 'RemovedText', 'MarkedTemplate', 'UpheldAppeal', 'RefusedAppeal', 'MutedReporter', 'UnmutedReporter', 'ChangedRule', 'RetiredRule', 'ExportedAudit', 'ViewedMember', 'MovedAddress', 'SignedOutMember', 'LapsedMember', 'RenewedMember', 'ViewedApplicants', 'ViewedInvitations')");

            // One bit for each category, in the order of the enumeration.
            migrationBuilder.Sql("UPDATE \"Cases\" SET \"Categories\" = COALESCE((SELECT SUM(DISTINCT CASE r.\"Category\" WHEN 'Spam' THEN 1 WHEN 'Sales' THEN 2 WHEN 'Harassment' THEN 4 WHEN 'Impersonation' THEN 8 WHEN 'FalseClaim' THEN 16 ELSE 32 END) FROM \"Reports\" AS r WHERE r.\"CaseId\" = \"Cases\".\"Id\" AND r.\"WithdrawnAt\" IS NULL), 0)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The earlier version does not know these kinds.
            migrationBuilder.Sql("DELETE FROM \"Reports\" WHERE \"Kind\" IN ('Talk', 'Reference', 'Offer', 'Photo')");

            migrationBuilder.DropTable(
                name: "ReportedPhotos");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Reports_Kind",
                table: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Stage_ClosedAt_Id_Categories",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Stage_Weight_OpenedAt_Id_Categories",
                table: "Cases");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "Categories",
                table: "Cases");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Reports_Kind",
                table: "Reports",
                sql: "\"Kind\" IN ('Letter', 'Reply', 'Introduction', 'Message', 'Post', 'AgendaEntry', 'Profile', 'Group')");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Stage_ClosedAt_Id",
                table: "Cases",
                columns: new[] { "Stage", "ClosedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Stage_Weight_OpenedAt_Id",
                table: "Cases",
                columns: new[] { "Stage", "Weight", "OpenedAt", "Id" },
                descending: new[] { false, true, false, false });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit",
                sql: "\"Act\" IN ('ViewedCase', 'DismissedCase', 'SuspendedMember', 'GrantedRole', 'ResetSecondFactor', 'AdmittedAddress', 'InvitedAddress', 'WithdrewInvitation', 'LetIn', 'DidNotLetIn', 'AddedTemplate', 'RemovedTemplate', 'RecognisedGroup', 'TookBackRecognition', 'TookCase', 'GaveBackCase', 'EscalatedCase', 'CommentedOnCase', 'WarnedMember', 'ReducedAllowance', 'RemovedText', 'MarkedTemplate', 'UpheldAppeal', 'RefusedAppeal', 'MutedReporter', 'UnmutedReporter', 'ChangedRule', 'RetiredRule', 'ExportedAudit', 'ViewedMember', 'MovedAddress', 'SignedOutMember', 'LapsedMember', 'RenewedMember')");
        }
    }
}
