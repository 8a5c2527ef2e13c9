using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ConnectGate.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class FairModeration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Reports",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PublicId",
                table: "Reports",
                type: "character varying(22)",
                maxLength: 22,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "SubjectId",
                table: "Reports",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "Weight",
                table: "Reports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "Reports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "Reports",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "HeldBackUntil",
                table: "Members",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "HoldsBackUntil",
                table: "Cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TakenById",
                table: "Cases",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TakenUntil",
                table: "Cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Upheld",
                table: "Cases",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Weight",
                table: "Cases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "AgainOfId",
                table: "Reports",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Stage",
                table: "Cases",
                type: "text",
                nullable: false,
                defaultValue: "Open");

            migrationBuilder.CreateTable(
                name: "CaseComments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CaseId = table.Column<long>(type: "bigint", nullable: false),
                    AuthorId = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseComments", x => x.Id);
                    table.CheckConstraint("CK_CaseComments_Text_Length", "length(btrim(\"Text\", U&'\\0001\\0002\\0003\\0004\\0005\\0006\\0007\\0008\\0009\\000A\\000B\\000C\\000D\\000E\\000F\\0010\\0011\\0012\\0013\\0014\\0015\\0016\\0017\\0018\\0019\\001A\\001B\\001C\\001D\\001E\\001F\\0020\\007F\\0080\\0081\\0082\\0083\\0084\\0085\\0086\\0087\\0088\\0089\\008A\\008B\\008C\\008D\\008E\\008F\\0090\\0091\\0092\\0093\\0094\\0095\\0096\\0097\\0098\\0099\\009A\\009B\\009C\\009D\\009E\\009F\\00A0\\00AD\\034F\\0600\\0601\\0602\\0603\\0604\\0605\\061C\\06DD\\070F\\0890\\0891\\08E2\\115F\\1160\\1680\\17B4\\17B5\\180B\\180C\\180D\\180E\\180F\\2000\\2001\\2002\\2003\\2004\\2005\\2006\\2007\\2008\\2009\\200A\\200B\\200C\\200D\\200E\\200F\\2028\\2029\\202A\\202B\\202C\\202D\\202E\\202F\\205F\\2060\\2061\\2062\\2063\\2064\\2065\\2066\\2067\\2068\\2069\\206A\\206B\\206C\\206D\\206E\\206F\\2800\\3000\\3164\\FE00\\FE01\\FE02\\FE03\\FE04\\FE05\\FE06\\FE07\\FE08\\FE09\\FE0A\\FE0B\\FE0C\\FE0D\\FE0E\\FE0F\\FEFF\\FFA0\\FFF0\\FFF1\\FFF2\\FFF3\\FFF4\\FFF5\\FFF6\\FFF7\\FFF8\\FFF9\\FFFA\\FFFB')) >= 1 AND length(\"Text\") <= 16000");
                    table.ForeignKey(
                        name: "FK_CaseComments_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseComments_Members_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommunityRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PublicId = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Wording = table.Column<string>(type: "text", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommunityRules", x => x.Id);
                    table.CheckConstraint("CK_CommunityRules_Name_Length", "length(btrim(\"Name\", U&'\\0001\\0002\\0003\\0004\\0005\\0006\\0007\\0008\\0009\\000A\\000B\\000C\\000D\\000E\\000F\\0010\\0011\\0012\\0013\\0014\\0015\\0016\\0017\\0018\\0019\\001A\\001B\\001C\\001D\\001E\\001F\\0020\\007F\\0080\\0081\\0082\\0083\\0084\\0085\\0086\\0087\\0088\\0089\\008A\\008B\\008C\\008D\\008E\\008F\\0090\\0091\\0092\\0093\\0094\\0095\\0096\\0097\\0098\\0099\\009A\\009B\\009C\\009D\\009E\\009F\\00A0\\00AD\\034F\\0600\\0601\\0602\\0603\\0604\\0605\\061C\\06DD\\070F\\0890\\0891\\08E2\\115F\\1160\\1680\\17B4\\17B5\\180B\\180C\\180D\\180E\\180F\\2000\\2001\\2002\\2003\\2004\\2005\\2006\\2007\\2008\\2009\\200A\\200B\\200C\\200D\\200E\\200F\\2028\\2029\\202A\\202B\\202C\\202D\\202E\\202F\\205F\\2060\\2061\\2062\\2063\\2064\\2065\\2066\\2067\\2068\\2069\\206A\\206B\\206C\\206D\\206E\\206F\\2800\\3000\\3164\\FE00\\FE01\\FE02\\FE03\\FE04\\FE05\\FE06\\FE07\\FE08\\FE09\\FE0A\\FE0B\\FE0C\\FE0D\\FE0E\\FE0F\\FEFF\\FFA0\\FFF0\\FFF1\\FFF2\\FFF3\\FFF4\\FFF5\\FFF6\\FFF7\\FFF8\\FFF9\\FFFA\\FFFB')) >= 2 AND length(\"Name\") <= 960");
                    table.CheckConstraint("CK_CommunityRules_Wording_Length", "length(\"Wording\") <= 8000");
                });

            migrationBuilder.CreateTable(
                name: "Measures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PublicId = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    CaseId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    ModeratorId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Rule = table.Column<string>(type: "text", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    StrikeUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    WithConflict = table.Column<bool>(type: "boolean", nullable: false),
                    EffectId = table.Column<long>(type: "bigint", nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AppealText = table.Column<string>(type: "text", nullable: true),
                    AppealedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AppealAnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AppealAnsweredById = table.Column<long>(type: "bigint", nullable: true),
                    AppealAnswer = table.Column<string>(type: "text", nullable: true),
                    AppealWithConflict = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Measures", x => x.Id);
                    table.CheckConstraint("CK_Measures_AppealAnswer_Length", "length(btrim(\"AppealAnswer\", U&'\\0001\\0002\\0003\\0004\\0005\\0006\\0007\\0008\\0009\\000A\\000B\\000C\\000D\\000E\\000F\\0010\\0011\\0012\\0013\\0014\\0015\\0016\\0017\\0018\\0019\\001A\\001B\\001C\\001D\\001E\\001F\\0020\\007F\\0080\\0081\\0082\\0083\\0084\\0085\\0086\\0087\\0088\\0089\\008A\\008B\\008C\\008D\\008E\\008F\\0090\\0091\\0092\\0093\\0094\\0095\\0096\\0097\\0098\\0099\\009A\\009B\\009C\\009D\\009E\\009F\\00A0\\00AD\\034F\\0600\\0601\\0602\\0603\\0604\\0605\\061C\\06DD\\070F\\0890\\0891\\08E2\\115F\\1160\\1680\\17B4\\17B5\\180B\\180C\\180D\\180E\\180F\\2000\\2001\\2002\\2003\\2004\\2005\\2006\\2007\\2008\\2009\\200A\\200B\\200C\\200D\\200E\\200F\\2028\\2029\\202A\\202B\\202C\\202D\\202E\\202F\\205F\\2060\\2061\\2062\\2063\\2064\\2065\\2066\\2067\\2068\\2069\\206A\\206B\\206C\\206D\\206E\\206F\\2800\\3000\\3164\\FE00\\FE01\\FE02\\FE03\\FE04\\FE05\\FE06\\FE07\\FE08\\FE09\\FE0A\\FE0B\\FE0C\\FE0D\\FE0E\\FE0F\\FEFF\\FFA0\\FFF0\\FFF1\\FFF2\\FFF3\\FFF4\\FFF5\\FFF6\\FFF7\\FFF8\\FFF9\\FFFA\\FFFB')) >= 5 AND length(\"AppealAnswer\") <= 8000");
                    table.CheckConstraint("CK_Measures_AppealText_Length", "length(btrim(\"AppealText\", U&'\\0001\\0002\\0003\\0004\\0005\\0006\\0007\\0008\\0009\\000A\\000B\\000C\\000D\\000E\\000F\\0010\\0011\\0012\\0013\\0014\\0015\\0016\\0017\\0018\\0019\\001A\\001B\\001C\\001D\\001E\\001F\\0020\\007F\\0080\\0081\\0082\\0083\\0084\\0085\\0086\\0087\\0088\\0089\\008A\\008B\\008C\\008D\\008E\\008F\\0090\\0091\\0092\\0093\\0094\\0095\\0096\\0097\\0098\\0099\\009A\\009B\\009C\\009D\\009E\\009F\\00A0\\00AD\\034F\\0600\\0601\\0602\\0603\\0604\\0605\\061C\\06DD\\070F\\0890\\0891\\08E2\\115F\\1160\\1680\\17B4\\17B5\\180B\\180C\\180D\\180E\\180F\\2000\\2001\\2002\\2003\\2004\\2005\\2006\\2007\\2008\\2009\\200A\\200B\\200C\\200D\\200E\\200F\\2028\\2029\\202A\\202B\\202C\\202D\\202E\\202F\\205F\\2060\\2061\\2062\\2063\\2064\\2065\\2066\\2067\\2068\\2069\\206A\\206B\\206C\\206D\\206E\\206F\\2800\\3000\\3164\\FE00\\FE01\\FE02\\FE03\\FE04\\FE05\\FE06\\FE07\\FE08\\FE09\\FE0A\\FE0B\\FE0C\\FE0D\\FE0E\\FE0F\\FEFF\\FFA0\\FFF0\\FFF1\\FFF2\\FFF3\\FFF4\\FFF5\\FFF6\\FFF7\\FFF8\\FFF9\\FFFA\\FFFB')) >= 5 AND length(\"AppealText\") <= 16000");
                    table.CheckConstraint("CK_Measures_Kind", "\"Kind\" IN ('Warn', 'ReduceAllowance', 'Suspend', 'SuspendForGood', 'RemoveText', 'MarkTemplate')");
                    table.CheckConstraint("CK_Measures_Words_Length", "length(btrim(\"Words\", U&'\\0001\\0002\\0003\\0004\\0005\\0006\\0007\\0008\\0009\\000A\\000B\\000C\\000D\\000E\\000F\\0010\\0011\\0012\\0013\\0014\\0015\\0016\\0017\\0018\\0019\\001A\\001B\\001C\\001D\\001E\\001F\\0020\\007F\\0080\\0081\\0082\\0083\\0084\\0085\\0086\\0087\\0088\\0089\\008A\\008B\\008C\\008D\\008E\\008F\\0090\\0091\\0092\\0093\\0094\\0095\\0096\\0097\\0098\\0099\\009A\\009B\\009C\\009D\\009E\\009F\\00A0\\00AD\\034F\\0600\\0601\\0602\\0603\\0604\\0605\\061C\\06DD\\070F\\0890\\0891\\08E2\\115F\\1160\\1680\\17B4\\17B5\\180B\\180C\\180D\\180E\\180F\\2000\\2001\\2002\\2003\\2004\\2005\\2006\\2007\\2008\\2009\\200A\\200B\\200C\\200D\\200E\\200F\\2028\\2029\\202A\\202B\\202C\\202D\\202E\\202F\\205F\\2060\\2061\\2062\\2063\\2064\\2065\\2066\\2067\\2068\\2069\\206A\\206B\\206C\\206D\\206E\\206F\\2800\\3000\\3164\\FE00\\FE01\\FE02\\FE03\\FE04\\FE05\\FE06\\FE07\\FE08\\FE09\\FE0A\\FE0B\\FE0C\\FE0D\\FE0E\\FE0F\\FEFF\\FFA0\\FFF0\\FFF1\\FFF2\\FFF3\\FFF4\\FFF5\\FFF6\\FFF7\\FFF8\\FFF9\\FFFA\\FFFB')) >= 5 AND length(\"Words\") <= 8000");
                    table.ForeignKey(
                        name: "FK_Measures_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Measures_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Measures_Members_ModeratorId",
                        column: x => x.ModeratorId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MutedReporters",
                columns: table => new
                {
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MutedReporters", x => x.MemberId);
                    table.ForeignKey(
                        name: "FK_MutedReporters_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            // A decided case is closed now; what came of it is a column of its own.
            migrationBuilder.Sql("UPDATE \"Cases\" SET \"Stage\" = 'Closed', \"Upheld\" = CASE \"State\" WHEN 'Upheld' THEN true ELSE false END WHERE \"State\" <> 'Open'");

            // Three columns become the kind of the text and its key. An older report has no digest of its words.
            migrationBuilder.Sql("UPDATE \"Reports\" SET \"PublicId\" = substr(md5(random()::text || \"Id\"::text), 1, 22), \"Weight\" = 100, \"SubjectId\" = COALESCE(\"RequestId\", \"PostId\", \"AgendaEntryId\"), \"Kind\" = CASE WHEN \"RequestId\" IS NOT NULL THEN 'Letter' WHEN \"PostId\" IS NOT NULL THEN 'Post' ELSE 'AgendaEntry' END");

            migrationBuilder.Sql("UPDATE \"Reports\" SET \"Words\" = \"PublicId\"");

            migrationBuilder.Sql("UPDATE \"Cases\" SET \"Weight\" = 100 * (SELECT count(*) FROM \"Reports\" AS r WHERE r.\"CaseId\" = \"Cases\".\"Id\")");

            // Each suspension becomes a measure. It began when its case was closed.
            migrationBuilder.Sql("INSERT INTO \"Measures\" (\"PublicId\", \"CaseId\", \"MemberId\", \"ModeratorId\", \"Kind\", \"Rule\", \"Words\", \"At\", \"Until\", \"StrikeUntil\", \"WithConflict\", \"EffectId\", \"AppealWithConflict\", \"Version\") SELECT substr(md5(random()::text || s.\"Id\"::text), 1, 22), c.\"Id\", s.\"MemberId\", s.\"ModeratorId\", CASE WHEN s.\"Until\" IS NULL THEN 'SuspendForGood' ELSE 'Suspend' END, '', s.\"Reason\", s.\"From\", s.\"Until\", s.\"From\" + interval '365 days', false, s.\"Id\", false, 0 FROM \"Suspensions\" AS s JOIN \"Cases\" AS c ON c.\"AuthorId\" = s.\"MemberId\" AND c.\"ClosedAt\" = s.\"From\"");

            migrationBuilder.DropIndex(
                name: "IX_Reports_AgendaEntryId_ReporterId",
                table: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_Reports_PostId_ReporterId",
                table: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_Reports_ReporterId",
                table: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_Reports_RequestId",
                table: "Reports");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Reports_Comment_Length",
                table: "Reports");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Reports_Of",
                table: "Reports");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Notifications_Kind",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Cases_AuthorId",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_State_OpenedAt_Id",
                table: "Cases");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cases_State",
                table: "Cases");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "AgendaEntryId",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "PostId",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "RequestId",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Cases");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_AgainOfId",
                table: "Reports",
                column: "AgainOfId");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_Kind_SubjectId_ReporterId_Words",
                table: "Reports",
                columns: new[] { "Kind", "SubjectId", "ReporterId", "Words" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reports_PublicId",
                table: "Reports",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reports_ReporterId_Id",
                table: "Reports",
                columns: new[] { "ReporterId", "Id" });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Reports_Comment_Length",
                table: "Reports",
                sql: "length(\"Comment\") <= 16000");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Reports_Kind",
                table: "Reports",
                sql: "\"Kind\" IN ('Letter', 'Reply', 'Introduction', 'Message', 'Post', 'AgendaEntry', 'Profile', 'Group')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Notifications_Kind",
                table: "Notifications",
                sql: "\"Kind\" IN ('LetterArrived', 'Connected', 'DeclinedWithWords', 'MessageArrived', 'Suspended', 'InvitedToGroup', 'RemovedFromGroup', 'AskedToIntroduce', 'IntroductionOffered', 'BothAgreed', 'ReferenceAsked', 'ReferenceAnswered', 'RecipientWrote', 'SenderAnswered', 'Decided', 'AppealAnswered', 'ReportAnswered', 'CaseWaits')");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_AuthorId",
                table: "Cases",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_AuthorId_Unclosed",
                table: "Cases",
                column: "AuthorId",
                unique: true,
                filter: "\"Stage\" <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Stage_ClosedAt_Id",
                table: "Cases",
                columns: new[] { "Stage", "ClosedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Stage_Weight_OpenedAt_Id",
                table: "Cases",
                columns: new[] { "Stage", "Weight", "OpenedAt", "Id" },
                descending: new[] { false, true, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TakenUntil_Id",
                table: "Cases",
                columns: new[] { "TakenUntil", "Id" },
                filter: "\"TakenUntil\" IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cases_Stage",
                table: "Cases",
                sql: "\"Stage\" IN ('Open', 'Escalated', 'Closed')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit",
                sql: "\"Act\" IN ('ViewedCase', 'DismissedCase', 'SuspendedMember', 'GrantedRole', 'ResetSecondFactor', 'AdmittedAddress', 'InvitedAddress', 'WithdrewInvitation', 'LetIn', 'DidNotLetIn', 'AddedTemplate', 'RemovedTemplate', 'RecognisedGroup', 'TookBackRecognition', 'TookCase', 'GaveBackCase', 'EscalatedCase', 'CommentedOnCase', 'WarnedMember', 'ReducedAllowance', 'RemovedText', 'MarkedTemplate', 'UpheldAppeal', 'RefusedAppeal', 'MutedReporter', 'UnmutedReporter', 'ChangedRule', 'RetiredRule')");

            migrationBuilder.CreateIndex(
                name: "IX_CaseComments_AuthorId",
                table: "CaseComments",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseComments_CaseId",
                table: "CaseComments",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CommunityRules_PublicId",
                table: "CommunityRules",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Measures_AppealedAt_Id",
                table: "Measures",
                columns: new[] { "AppealedAt", "Id" },
                filter: "\"AppealedAt\" IS NOT NULL AND \"AppealAnsweredAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_CaseId",
                table: "Measures",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_MemberId",
                table: "Measures",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_ModeratorId",
                table: "Measures",
                column: "ModeratorId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_PublicId",
                table: "Measures",
                column: "PublicId",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Reports_Members_AgainOfId",
                table: "Reports",
                column: "AgainOfId",
                principalTable: "Members",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "RequestId",
                table: "Reports",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PostId",
                table: "Reports",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AgendaEntryId",
                table: "Reports",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "Cases",
                type: "text",
                nullable: false,
                defaultValue: "Open");

            // The earlier version knows three kinds of text.
            migrationBuilder.Sql("DELETE FROM \"Reports\" WHERE \"Kind\" NOT IN ('Letter', 'Post', 'AgendaEntry')");

            migrationBuilder.Sql("UPDATE \"Reports\" SET \"RequestId\" = CASE WHEN \"Kind\" = 'Letter' THEN \"SubjectId\" END, \"PostId\" = CASE WHEN \"Kind\" = 'Post' THEN \"SubjectId\" END, \"AgendaEntryId\" = CASE WHEN \"Kind\" = 'AgendaEntry' THEN \"SubjectId\" END");

            migrationBuilder.Sql("UPDATE \"Cases\" SET \"State\" = CASE WHEN \"Stage\" <> 'Closed' THEN 'Open' WHEN \"Upheld\" THEN 'Upheld' ELSE 'Dismissed' END");

            migrationBuilder.Sql("DELETE FROM \"Notifications\" WHERE \"Kind\" IN ('Decided', 'AppealAnswered', 'ReportAnswered', 'CaseWaits')");

            migrationBuilder.DropTable(
                name: "CaseComments");

            migrationBuilder.DropTable(
                name: "CommunityRules");

            migrationBuilder.DropTable(
                name: "Measures");

            migrationBuilder.DropTable(
                name: "MutedReporters");

            migrationBuilder.DropForeignKey(
                name: "FK_Reports_Members_AgainOfId",
                table: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_Reports_AgainOfId",
                table: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_Reports_Kind_SubjectId_ReporterId_Words",
                table: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_Reports_PublicId",
                table: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_Reports_ReporterId_Id",
                table: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_Cases_AuthorId",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_AuthorId_Unclosed",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Stage_ClosedAt_Id",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Stage_Weight_OpenedAt_Id",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_TakenUntil_Id",
                table: "Cases");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Reports_Comment_Length",
                table: "Reports");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Reports_Kind",
                table: "Reports");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Notifications_Kind",
                table: "Notifications");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Cases_Stage",
                table: "Cases");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "PublicId",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "SubjectId",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "Weight",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "AgainOfId",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "HeldBackUntil",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "HoldsBackUntil",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "TakenById",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "TakenUntil",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Upheld",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Weight",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Stage",
                table: "Cases");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_AgendaEntryId_ReporterId",
                table: "Reports",
                columns: new[] { "AgendaEntryId", "ReporterId" });

            migrationBuilder.CreateIndex(
                name: "IX_Reports_PostId_ReporterId",
                table: "Reports",
                columns: new[] { "PostId", "ReporterId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reports_ReporterId",
                table: "Reports",
                column: "ReporterId");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_RequestId",
                table: "Reports",
                column: "RequestId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_AuthorId",
                table: "Cases",
                column: "AuthorId",
                unique: true,
                filter: "\"State\" = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_State_OpenedAt_Id",
                table: "Cases",
                columns: new[] { "State", "OpenedAt", "Id" });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Reports_Comment_Length",
                table: "Reports",
                sql: "length(\"Comment\") <= 8000");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Reports_Of",
                table: "Reports",
                sql: "(\"RequestId\" IS NULL) <> (\"PostId\" IS NULL AND \"AgendaEntryId\" IS NULL) AND (\"PostId\" IS NULL OR \"AgendaEntryId\" IS NULL)");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Notifications_Kind",
                table: "Notifications",
                sql: "\"Kind\" IN ('LetterArrived', 'Connected', 'DeclinedWithWords', 'MessageArrived', 'Suspended', 'InvitedToGroup', 'RemovedFromGroup', 'AskedToIntroduce', 'IntroductionOffered', 'BothAgreed', 'ReferenceAsked', 'ReferenceAnswered', 'RecipientWrote', 'SenderAnswered')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Cases_State",
                table: "Cases",
                sql: "\"State\" IN ('Open', 'Dismissed', 'Upheld')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Audit_Act",
                table: "Audit",
                sql: "\"Act\" IN ('ViewedCase', 'DismissedCase', 'SuspendedMember', 'GrantedRole', 'ResetSecondFactor', 'AdmittedAddress', 'InvitedAddress', 'WithdrewInvitation', 'LetIn', 'DidNotLetIn', 'AddedTemplate', 'RemovedTemplate', 'RecognisedGroup', 'TookBackRecognition')");
        }
    }
}
