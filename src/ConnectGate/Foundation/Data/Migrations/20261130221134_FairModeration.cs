using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConnectGate.Foundation.Data.Migrations
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
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PublicId",
                table: "Reports",
                type: "TEXT",
                maxLength: 22,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "SubjectId",
                table: "Reports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "Weight",
                table: "Reports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "Reports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "Reports",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "HeldBackUntil",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "HoldsBackUntil",
                table: "Cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TakenById",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TakenUntil",
                table: "Cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Upheld",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Weight",
                table: "Cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "AgainOfId",
                table: "Reports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Stage",
                table: "Cases",
                type: "TEXT",
                nullable: false,
                defaultValue: "Open");

            migrationBuilder.CreateTable(
                name: "CaseComments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseComments", x => x.Id);
                    table.CheckConstraint("CK_CaseComments_Text_Length", "length(trim(\"Text\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 1 AND length(\"Text\") <= 16000");
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Wording = table.Column<string>(type: "TEXT", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommunityRules", x => x.Id);
                    table.CheckConstraint("CK_CommunityRules_Name_Length", "length(trim(\"Name\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 2 AND length(\"Name\") <= 960");
                    table.CheckConstraint("CK_CommunityRules_Wording_Length", "length(\"Wording\") <= 8000");
                });

            migrationBuilder.CreateTable(
                name: "Measures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    ModeratorId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StrikeUntil = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WithConflict = table.Column<bool>(type: "INTEGER", nullable: false),
                    EffectId = table.Column<long>(type: "INTEGER", nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AppealText = table.Column<string>(type: "TEXT", nullable: true),
                    AppealedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AppealAnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AppealAnsweredById = table.Column<long>(type: "INTEGER", nullable: true),
                    AppealAnswer = table.Column<string>(type: "TEXT", nullable: true),
                    AppealWithConflict = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Measures", x => x.Id);
                    table.CheckConstraint("CK_Measures_AppealAnswer_Length", "length(trim(\"AppealAnswer\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 5 AND length(\"AppealAnswer\") <= 8000");
                    table.CheckConstraint("CK_Measures_AppealText_Length", "length(trim(\"AppealText\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 5 AND length(\"AppealText\") <= 16000");
                    table.CheckConstraint("CK_Measures_Kind", "\"Kind\" IN ('Warn', 'ReduceAllowance', 'Suspend', 'SuspendForGood', 'RemoveText', 'MarkTemplate')");
                    table.CheckConstraint("CK_Measures_Words_Length", "length(trim(\"Words\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 5 AND length(\"Words\") <= 8000");
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
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
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
            migrationBuilder.Sql("UPDATE \"Cases\" SET \"Stage\" = 'Closed', \"Upheld\" = CASE \"State\" WHEN 'Upheld' THEN 1 ELSE 0 END WHERE \"State\" <> 'Open'");

            // Three columns become the kind of the text and its key. An older report has no digest of its words.
            migrationBuilder.Sql("UPDATE \"Reports\" SET \"PublicId\" = lower(hex(randomblob(11))), \"Weight\" = 100, \"SubjectId\" = COALESCE(\"RequestId\", \"PostId\", \"AgendaEntryId\"), \"Kind\" = CASE WHEN \"RequestId\" IS NOT NULL THEN 'Letter' WHEN \"PostId\" IS NOT NULL THEN 'Post' ELSE 'AgendaEntry' END");

            migrationBuilder.Sql("UPDATE \"Reports\" SET \"Words\" = \"PublicId\"");

            migrationBuilder.Sql("UPDATE \"Cases\" SET \"Weight\" = 100 * (SELECT count(*) FROM \"Reports\" AS r WHERE r.\"CaseId\" = \"Cases\".\"Id\")");

            // Each suspension becomes a measure. It began when its case was closed.
            migrationBuilder.Sql("INSERT INTO \"Measures\" (\"PublicId\", \"CaseId\", \"MemberId\", \"ModeratorId\", \"Kind\", \"Rule\", \"Words\", \"At\", \"Until\", \"StrikeUntil\", \"WithConflict\", \"EffectId\", \"AppealWithConflict\", \"Version\") SELECT lower(hex(randomblob(11))), c.\"Id\", s.\"MemberId\", s.\"ModeratorId\", CASE WHEN s.\"Until\" IS NULL THEN 'SuspendForGood' ELSE 'Suspend' END, '', s.\"Reason\", s.\"From\", s.\"Until\", strftime('%Y-%m-%d %H:%M:%f', s.\"From\", '+365 days'), 0, s.\"Id\", 0, 0 FROM \"Suspensions\" AS s JOIN \"Cases\" AS c ON c.\"AuthorId\" = s.\"MemberId\" AND c.\"ClosedAt\" = s.\"From\"");

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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PostId",
                table: "Reports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AgendaEntryId",
                table: "Reports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "Cases",
                type: "TEXT",
                nullable: false,
                defaultValue: "Open");

            // The earlier version knows three kinds of text.
            migrationBuilder.Sql("DELETE FROM \"Reports\" WHERE \"Kind\" NOT IN ('Letter', 'Post', 'AgendaEntry')");

            migrationBuilder.Sql("UPDATE \"Reports\" SET \"RequestId\" = CASE WHEN \"Kind\" = 'Letter' THEN \"SubjectId\" END, \"PostId\" = CASE WHEN \"Kind\" = 'Post' THEN \"SubjectId\" END, \"AgendaEntryId\" = CASE WHEN \"Kind\" = 'AgendaEntry' THEN \"SubjectId\" END");

            migrationBuilder.Sql("UPDATE \"Cases\" SET \"State\" = CASE WHEN \"Stage\" <> 'Closed' THEN 'Open' WHEN \"Upheld\" = 1 THEN 'Upheld' ELSE 'Dismissed' END");

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
