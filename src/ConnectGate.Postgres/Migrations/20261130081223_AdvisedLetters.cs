using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConnectGate.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AdvisedLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Requests_RecipientId_State_DeliverAt_Id",
                table: "Requests");

            migrationBuilder.DropIndex(
                name: "IX_Requests_RecipientId_State_IsVouchedFor_DeliverAt_Id",
                table: "Requests");

            migrationBuilder.AddColumn<bool>(
                name: "CouldBeToAnyone",
                table: "Requests",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "SentUnder_OnlyWrittenForMe",
                table: "Requests",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Policy_OnlyWrittenForMe",
                table: "Members",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_Requests_RecipientId_State_CouldBeToAnyone_DeliverAt_Id",
                table: "Requests",
                columns: new[] { "RecipientId", "State", "CouldBeToAnyone", "DeliverAt", "Id" },
                descending: new[] { false, false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_RecipientId_State_CouldBeToAnyone_IsVouchedFor_Del~",
                table: "Requests",
                columns: new[] { "RecipientId", "State", "CouldBeToAnyone", "IsVouchedFor", "DeliverAt", "Id" },
                descending: new[] { false, false, false, true, true, true });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Requests_RecipientId_State_CouldBeToAnyone_DeliverAt_Id",
                table: "Requests");

            migrationBuilder.DropIndex(
                name: "IX_Requests_RecipientId_State_CouldBeToAnyone_IsVouchedFor_Del~",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "CouldBeToAnyone",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "SentUnder_OnlyWrittenForMe",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "Policy_OnlyWrittenForMe",
                table: "Members");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_RecipientId_State_DeliverAt_Id",
                table: "Requests",
                columns: new[] { "RecipientId", "State", "DeliverAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_RecipientId_State_IsVouchedFor_DeliverAt_Id",
                table: "Requests",
                columns: new[] { "RecipientId", "State", "IsVouchedFor", "DeliverAt", "Id" });
        }
    }
}
