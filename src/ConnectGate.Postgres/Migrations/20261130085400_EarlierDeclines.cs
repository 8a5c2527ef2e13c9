using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConnectGate.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class EarlierDeclines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DeclinedBefore",
                table: "Requests",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DeclinedBeforeAt",
                table: "Requests",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_Requests_DeclinedBefore",
                table: "Requests",
                sql: "\"DeclinedBefore\" IN ('Waiting', 'Accepted', 'DeclinedNotNow', 'DeclinedForGood', 'Withdrawn', 'Expired', 'Closed', 'WithConnector')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Requests_DeclinedBefore",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "DeclinedBefore",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "DeclinedBeforeAt",
                table: "Requests");
        }
    }
}
