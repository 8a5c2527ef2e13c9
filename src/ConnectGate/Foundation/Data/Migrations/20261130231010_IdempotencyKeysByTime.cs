using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConnectGate.Foundation.Data.Migrations
{
    /// <inheritdoc />
    public partial class IdempotencyKeysByTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyKeys_At",
                table: "IdempotencyKeys",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_IdempotencyKeys_At",
                table: "IdempotencyKeys");
        }
    }
}
