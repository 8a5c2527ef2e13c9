using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConnectGate.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DoneRefreshes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DoneRefreshes",
                columns: table => new
                {
                    Name = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoneRefreshes", x => x.Name);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DoneRefreshes");
        }
    }
}
