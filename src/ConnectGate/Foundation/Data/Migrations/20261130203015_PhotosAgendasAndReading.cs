using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConnectGate.Foundation.Data.Migrations
{
    /// <inheritdoc />
    public partial class PhotosAgendasAndReading : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Reports_Of",
                table: "Reports");

            migrationBuilder.AddColumn<long>(
                name: "AgendaEntryId",
                table: "Reports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "LetterKeysOff",
                table: "Members",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "PhotoVersion",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SkippedSteps",
                table: "Members",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "HighTalkedAbout",
                table: "Meetings",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "LowTalkedAbout",
                table: "Meetings",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "AgendaEntries",
                columns: table => new
                {
                    MembershipId = table.Column<long>(type: "INTEGER", nullable: false),
                    ComesFor = table.Column<string>(type: "TEXT", nullable: false),
                    CanGive = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaEntries", x => x.MembershipId);
                    table.CheckConstraint("CK_AgendaEntries_CanGive_Length", "length(\"CanGive\") <= 1280");
                    table.CheckConstraint("CK_AgendaEntries_ComesFor_Length", "length(\"ComesFor\") <= 1280");
                    table.CheckConstraint("CK_AgendaEntries_Written", "\"ComesFor\" <> '' OR \"CanGive\" <> ''");
                    table.ForeignKey(
                        name: "FK_AgendaEntries_Memberships_MembershipId",
                        column: x => x.MembershipId,
                        principalTable: "Memberships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Photos",
                columns: table => new
                {
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    Large = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Small = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Photos", x => x.MemberId);
                    table.CheckConstraint("CK_Photos_Large", "length(\"Large\") BETWEEN 1 AND 61440");
                    table.CheckConstraint("CK_Photos_Small", "length(\"Small\") BETWEEN 1 AND 8192");
                    table.ForeignKey(
                        name: "FK_Photos_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Reports_AgendaEntryId_ReporterId",
                table: "Reports",
                columns: new[] { "AgendaEntryId", "ReporterId" });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Reports_Of",
                table: "Reports",
                sql: "(\"RequestId\" IS NULL) <> (\"PostId\" IS NULL AND \"AgendaEntryId\" IS NULL) AND (\"PostId\" IS NULL OR \"AgendaEntryId\" IS NULL)");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Meetings_HighTalkedAbout_Length",
                table: "Meetings",
                sql: "length(\"HighTalkedAbout\") <= 1600");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Meetings_LowTalkedAbout_Length",
                table: "Meetings",
                sql: "length(\"LowTalkedAbout\") <= 1600");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgendaEntries");

            migrationBuilder.DropTable(
                name: "Photos");

            migrationBuilder.DropIndex(
                name: "IX_Reports_AgendaEntryId_ReporterId",
                table: "Reports");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Reports_Of",
                table: "Reports");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Meetings_HighTalkedAbout_Length",
                table: "Meetings");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Meetings_LowTalkedAbout_Length",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "AgendaEntryId",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "LetterKeysOff",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "PhotoVersion",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "SkippedSteps",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "HighTalkedAbout",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "LowTalkedAbout",
                table: "Meetings");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Reports_Of",
                table: "Reports",
                sql: "(\"RequestId\" IS NULL) <> (\"PostId\" IS NULL)");
        }
    }
}
