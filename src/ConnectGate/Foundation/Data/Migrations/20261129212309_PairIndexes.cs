using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConnectGate.Foundation.Data.Migrations
{
    /// <inheritdoc />
    public partial class PairIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Requests_IntroducedById_SentAt",
                table: "Requests");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_IntroducedById_SentAt",
                table: "Requests",
                columns: new[] { "IntroducedById", "SentAt" },
                filter: "\"IntroducedById\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_Pair",
                table: "Requests",
                columns: new[] { "LowId", "HighId" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_RecipientId_SentAt",
                table: "Requests",
                columns: new[] { "RecipientId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Connections_LowId",
                table: "Connections",
                column: "LowId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Requests_IntroducedById_SentAt",
                table: "Requests");

            migrationBuilder.DropIndex(
                name: "IX_Requests_Pair",
                table: "Requests");

            migrationBuilder.DropIndex(
                name: "IX_Requests_RecipientId_SentAt",
                table: "Requests");

            migrationBuilder.DropIndex(
                name: "IX_Connections_LowId",
                table: "Connections");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_IntroducedById_SentAt",
                table: "Requests",
                columns: new[] { "IntroducedById", "SentAt" });
        }
    }
}
