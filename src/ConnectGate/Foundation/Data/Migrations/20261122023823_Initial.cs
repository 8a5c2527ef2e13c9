using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConnectGate.Foundation.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    WaitsSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Application = table.Column<string>(type: "TEXT", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.CheckConstraint("CK_Accounts_Application_Length", "length(\"Application\") <= 4000");
                    table.CheckConstraint("CK_Accounts_Role", "\"Role\" IN ('Member', 'Moderator', 'Administrator')");
                });

            migrationBuilder.CreateTable(
                name: "Admitted",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Admitted", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Attempts",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attempts", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<long>(type: "INTEGER", nullable: true),
                    Act = table.Column<string>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => x.Id);
                    table.CheckConstraint("CK_Audit_Act", "\"Act\" IN ('ViewedCase', 'DismissedCase', 'SuspendedMember', 'GrantedRole', 'ResetSecondFactor', 'AdmittedAddress', 'InvitedAddress', 'WithdrewInvitation', 'LetIn', 'DidNotLetIn', 'AddedTemplate', 'RemovedTemplate', 'RecognisedGroup', 'TookBackRecognition')");
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: false),
                    Xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdempotencyKeys",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    Operation = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotencyKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutgoingMail",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    To = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    UnsubscribeUrl = table.Column<string>(type: "TEXT", nullable: true),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FailedTries = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutgoingMail", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Refusals",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Refusals", x => new { x.Day, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AspNetUserPasskeys_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Members",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Handle = table.Column<string>(type: "TEXT", nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: false),
                    Headline = table.Column<string>(type: "TEXT", nullable: false),
                    About = table.Column<string>(type: "TEXT", nullable: false),
                    Languages = table.Column<string>(type: "TEXT", nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    JoinedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NamesChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FoundBy = table.Column<string>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", nullable: false),
                    InboxOrder = table.Column<string>(type: "TEXT", nullable: false),
                    OtherNames = table.Column<string>(type: "TEXT", nullable: false),
                    BetterWays = table.Column<string>(type: "TEXT", nullable: false),
                    ReportUpheldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Digest_CoveredUntil = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Digest_Frequency = table.Column<string>(type: "TEXT", nullable: false),
                    Digest_Hour = table.Column<int>(type: "INTEGER", nullable: false),
                    Policy_AwayUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Policy_Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Policy_LettersAWeek = table.Column<int>(type: "INTEGER", nullable: true),
                    Policy_MinimumNote = table.Column<int>(type: "INTEGER", nullable: true),
                    Policy_Questions = table.Column<string>(type: "TEXT", nullable: false),
                    Policy_TalkedCountsAsMet = table.Column<bool>(type: "INTEGER", nullable: false),
                    Policy_Text = table.Column<string>(type: "TEXT", nullable: false),
                    Policy_WelcomesJobEnquiries = table.Column<bool>(type: "INTEGER", nullable: false),
                    Policy_WelcomesOffers = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Members", x => x.Id);
                    table.CheckConstraint("CK_Members_About_Length", "length(\"About\") <= 16000");
                    table.CheckConstraint("CK_Members_DisplayName_Length", "length(trim(\"DisplayName\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 1 AND length(\"DisplayName\") <= 640");
                    table.CheckConstraint("CK_Members_FoundBy", "\"FoundBy\" IN ('AllMembers', 'Sharing', 'MyLink')");
                    table.CheckConstraint("CK_Members_Handle", "length(\"Handle\") BETWEEN 3 AND 30");
                    table.CheckConstraint("CK_Members_Headline_Length", "length(\"Headline\") <= 1280");
                    table.CheckConstraint("CK_Members_InboxOrder", "\"InboxOrder\" IN ('VouchedFirst', 'ByAge')");
                    table.CheckConstraint("CK_Members_Policy_LettersAWeek", "\"Policy_LettersAWeek\" BETWEEN 1 AND 100");
                    table.CheckConstraint("CK_Members_Policy_MinimumNote", "\"Policy_MinimumNote\" BETWEEN 1 AND 300");
                    table.ForeignKey(
                        name: "FK_Members_Accounts_Id",
                        column: x => x.Id,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Device = table.Column<string>(type: "TEXT", nullable: false),
                    SecondFactor = table.Column<bool>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RefreshGeneration = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Id);
                    table.CheckConstraint("CK_Sessions_Kind", "\"Kind\" IN ('Cookie', 'Bearer')");
                    table.ForeignKey(
                        name: "FK_Sessions_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AddressBook",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Company = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<string>(type: "TEXT", nullable: false),
                    FoldedName = table.Column<string>(type: "TEXT", nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ImportedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AddressBook", x => x.Id);
                    table.CheckConstraint("CK_AddressBook_Company_Length", "length(\"Company\") <= 1600");
                    table.CheckConstraint("CK_AddressBook_Name", "length(\"Name\") > 0");
                    table.CheckConstraint("CK_AddressBook_Name_Length", "length(\"Name\") <= 1600");
                    table.CheckConstraint("CK_AddressBook_Position_Length", "length(\"Position\") <= 1600");
                    table.CheckConstraint("CK_AddressBook_Source", "\"Source\" IN ('Connection', 'InvitationReceived', 'InvitationSent', 'Card')");
                    table.ForeignKey(
                        name: "FK_AddressBook_Members_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AddressBookImports",
                columns: table => new
                {
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Updated = table.Column<int>(type: "INTEGER", nullable: false),
                    LeftOut = table.Column<int>(type: "INTEGER", nullable: false),
                    Problems = table.Column<string>(type: "TEXT", nullable: false),
                    MoreProblems = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AddressBookImports", x => x.OwnerId);
                    table.CheckConstraint("CK_AddressBookImports_Done", "\"Done\" BETWEEN 0 AND \"Total\"");
                    table.ForeignKey(
                        name: "FK_AddressBookImports_Members_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Blocks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BlockerId = table.Column<long>(type: "INTEGER", nullable: false),
                    BlockedId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Blocks", x => x.Id);
                    table.CheckConstraint("CK_Blocks_Other", "\"BlockerId\" <> \"BlockedId\"");
                    table.ForeignKey(
                        name: "FK_Blocks_Members_BlockedId",
                        column: x => x.BlockedId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Blocks_Members_BlockerId",
                        column: x => x.BlockerId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Cases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedById = table.Column<long>(type: "INTEGER", nullable: true),
                    ReasonGiven = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cases", x => x.Id);
                    table.CheckConstraint("CK_Cases_ReasonGiven_Length", "length(trim(\"ReasonGiven\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 5 AND length(\"ReasonGiven\") <= 8000");
                    table.CheckConstraint("CK_Cases_State", "\"State\" IN ('Open', 'Dismissed', 'Upheld')");
                    table.ForeignKey(
                        name: "FK_Cases_Members_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Connections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LowId = table.Column<long>(type: "INTEGER", nullable: false),
                    HighId = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedById = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<long>(type: "INTEGER", nullable: false),
                    IntroducedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    ReasonDetail = table.Column<string>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedById = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedByBlock = table.Column<bool>(type: "INTEGER", nullable: false),
                    NamedFrom = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    High_HowWeKnowEachOther = table.Column<string>(type: "TEXT", nullable: false),
                    High_MayBeNamedAsLink = table.Column<bool>(type: "INTEGER", nullable: false),
                    High_OtherMaySeeMyConnections = table.Column<bool>(type: "INTEGER", nullable: false),
                    Low_HowWeKnowEachOther = table.Column<string>(type: "TEXT", nullable: false),
                    Low_MayBeNamedAsLink = table.Column<bool>(type: "INTEGER", nullable: false),
                    Low_OtherMaySeeMyConnections = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Connections", x => x.Id);
                    table.CheckConstraint("CK_Connections_NamedFrom", "(\"NamedFrom\" IS NULL) = (\"EndedAt\" IS NOT NULL OR NOT \"Low_MayBeNamedAsLink\" OR NOT \"High_MayBeNamedAsLink\") AND (\"NamedFrom\" IS NULL OR \"NamedFrom\" = \"ValidFrom\")");
                    table.CheckConstraint("CK_Connections_Note_Length", "length(trim(\"Note\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 10 AND length(\"Note\") <= 8000");
                    table.CheckConstraint("CK_Connections_Pair", "\"LowId\" < \"HighId\" AND \"AskedById\" IN (\"LowId\", \"HighId\")");
                    table.CheckConstraint("CK_Connections_Reason", "\"Reason\" IN ('MetInPerson', 'SameEvent', 'SameGroup', 'WorkedTogether', 'Introduced', 'YourWork', 'Collaboration', 'HiringOrJob', 'Advice', 'Other')");
                    table.CheckConstraint("CK_Connections_ReasonDetail_Length", "length(trim(\"ReasonDetail\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 3 AND length(\"ReasonDetail\") <= 1600");
                    table.ForeignKey(
                        name: "FK_Connections_Members_HighId",
                        column: x => x.HighId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Connections_Members_IntroducedById",
                        column: x => x.IntroducedById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Connections_Members_LowId",
                        column: x => x.LowId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Conversations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LowId = table.Column<long>(type: "INTEGER", nullable: false),
                    HighId = table.Column<long>(type: "INTEGER", nullable: false),
                    LowReadUpTo = table.Column<long>(type: "INTEGER", nullable: false),
                    HighReadUpTo = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Conversations", x => x.Id);
                    table.CheckConstraint("CK_Conversations_Pair", "\"LowId\" < \"HighId\"");
                    table.ForeignKey(
                        name: "FK_Conversations_Members_HighId",
                        column: x => x.HighId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Conversations_Members_LowId",
                        column: x => x.LowId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Groups",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    About = table.Column<string>(type: "TEXT", nullable: false),
                    BeginsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Place = table.Column<string>(type: "TEXT", nullable: true),
                    JoinCode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    MadeById = table.Column<long>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecognisedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Groups", x => x.Id);
                    table.CheckConstraint("CK_Groups_About_Length", "length(\"About\") <= 8000");
                    table.CheckConstraint("CK_Groups_Gathering", "(\"Kind\" = 'Gathering') = (\"BeginsOn\" IS NOT NULL) AND (\"BeginsOn\" IS NULL) = (\"EndsOn\" IS NULL) AND (\"BeginsOn\" IS NULL) = (\"Place\" IS NULL) AND (\"BeginsOn\" IS NULL OR \"BeginsOn\" <= \"EndsOn\")");
                    table.CheckConstraint("CK_Groups_Kind", "\"Kind\" IN ('Group', 'Gathering')");
                    table.CheckConstraint("CK_Groups_Name_Length", "length(trim(\"Name\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 3 AND length(\"Name\") <= 640");
                    table.CheckConstraint("CK_Groups_Place_Length", "length(trim(\"Place\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 1 AND length(\"Place\") <= 960");
                    table.ForeignKey(
                        name: "FK_Groups_Members_MadeById",
                        column: x => x.MadeById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeetingCodes",
                columns: table => new
                {
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Selector = table.Column<string>(type: "TEXT", nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false),
                    ShownAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenById = table.Column<long>(type: "INTEGER", nullable: true),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingCodes", x => x.OwnerId);
                    table.CheckConstraint("CK_MeetingCodes_Taken", "(\"TakenById\" IS NULL) = (\"TakenAt\" IS NULL) AND \"TakenById\" <> \"OwnerId\"");
                    table.CheckConstraint("CK_MeetingCodes_Times", "\"ShownAt\" < \"EndsAt\"");
                    table.ForeignKey(
                        name: "FK_MeetingCodes_Members_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MeetingCodes_Members_TakenById",
                        column: x => x.TakenById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Meetings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LowId = table.Column<long>(type: "INTEGER", nullable: false),
                    HighId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meetings", x => x.Id);
                    table.CheckConstraint("CK_Meetings_Pair", "\"LowId\" < \"HighId\"");
                    table.ForeignKey(
                        name: "FK_Meetings_Members_HighId",
                        column: x => x.HighId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Meetings_Members_LowId",
                        column: x => x.LowId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NotesToSelf",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    AboutId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotesToSelf", x => x.Id);
                    table.CheckConstraint("CK_NotesToSelf_Text_Length", "length(\"Text\") <= 16000");
                    table.ForeignKey(
                        name: "FK_NotesToSelf_Members_AboutId",
                        column: x => x.AboutId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NotesToSelf_Members_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NoteTemplates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AddedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Pairs = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteTemplates", x => x.Id);
                    table.CheckConstraint("CK_NoteTemplates_Text_Length", "length(trim(\"Text\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 10 AND length(\"Text\") <= 16000");
                    table.ForeignKey(
                        name: "FK_NoteTemplates_Members_AddedById",
                        column: x => x.AddedById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Offers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    IntroducerId = table.Column<long>(type: "INTEGER", nullable: false),
                    OfferedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AgreedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Offers_Members_IntroducerId",
                        column: x => x.IntroducerId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Suspensions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    ModeratorId = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suspensions", x => x.Id);
                    table.CheckConstraint("CK_Suspensions_Reason_Length", "length(trim(\"Reason\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 5 AND length(\"Reason\") <= 8000");
                    table.ForeignKey(
                        name: "FK_Suspensions_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Suspensions_Members_ModeratorId",
                        column: x => x.ModeratorId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AddressBookEmails",
                columns: table => new
                {
                    EntryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AddressBookEmails", x => new { x.EntryId, x.Address });
                    table.ForeignKey(
                        name: "FK_AddressBookEmails_AddressBook_EntryId",
                        column: x => x.EntryId,
                        principalTable: "AddressBook",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AddressBookSlices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Contacts = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AddressBookSlices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AddressBookSlices_AddressBookImports_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "AddressBookImports",
                        principalColumn: "OwnerId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    ReporterId = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<long>(type: "INTEGER", nullable: true),
                    PostId = table.Column<long>(type: "INTEGER", nullable: true),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reports", x => x.Id);
                    table.CheckConstraint("CK_Reports_Category", "\"Category\" IN ('Spam', 'Sales', 'Harassment', 'Impersonation', 'FalseClaim', 'Other')");
                    table.CheckConstraint("CK_Reports_Comment_Length", "length(\"Comment\") <= 8000");
                    table.CheckConstraint("CK_Reports_Of", "(\"RequestId\" IS NULL) <> (\"PostId\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_Reports_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reports_Members_ReporterId",
                        column: x => x.ReporterId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SameNotes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    LetterId = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    SenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SameNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SameNotes_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SameNotes_Members_SenderId",
                        column: x => x.SenderId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Messages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    ConversationId = table.Column<long>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    VisibleFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    RequestId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Messages", x => x.Id);
                    table.CheckConstraint("CK_Messages_Kind", "\"Kind\" IN ('Note', 'Answer', 'Written')");
                    table.CheckConstraint("CK_Messages_Text_Length", "length(trim(\"Text\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 1 AND length(\"Text\") <= 40000");
                    table.ForeignKey(
                        name: "FK_Messages_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Messages_Members_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    InvitedById = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DeclinedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Invitations_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Invitations_Members_InvitedById",
                        column: x => x.InvitedById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsOrganiser = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsListed = table.Column<bool>(type: "INTEGER", nullable: false),
                    JoinedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => x.Id);
                    table.CheckConstraint("CK_Memberships_Organiser", "\"IsListed\" OR NOT \"IsOrganiser\"");
                    table.ForeignKey(
                        name: "FK_Memberships_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Memberships_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Notifications",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    ActorId = table.Column<long>(type: "INTEGER", nullable: true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    VisibleFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications", x => x.Id);
                    table.CheckConstraint("CK_Notifications_Kind", "\"Kind\" IN ('LetterArrived', 'Connected', 'DeclinedWithWords', 'MessageArrived', 'Suspended', 'InvitedToGroup', 'RemovedFromGroup', 'AskedToIntroduce', 'IntroductionOffered', 'BothAgreed', 'ReferenceAsked', 'ReferenceAnswered', 'RecipientWrote', 'SenderAnswered')");
                    table.ForeignKey(
                        name: "FK_Notifications_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Notifications_Members_ActorId",
                        column: x => x.ActorId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Notifications_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Posts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Posts", x => x.Id);
                    table.CheckConstraint("CK_Posts_Text_Length", "length(trim(\"Text\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 1 AND length(\"Text\") <= 8000");
                    table.ForeignKey(
                        name: "FK_Posts_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Posts_Members_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Requests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    SenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    RecipientId = table.Column<long>(type: "INTEGER", nullable: false),
                    LowId = table.Column<long>(type: "INTEGER", nullable: false),
                    HighId = table.Column<long>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    ReasonDetail = table.Column<string>(type: "TEXT", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    Answers = table.Column<string>(type: "TEXT", nullable: false),
                    SenderName = table.Column<string>(type: "TEXT", nullable: false),
                    IntroducedById = table.Column<long>(type: "INTEGER", nullable: true),
                    IntroductionWords = table.Column<string>(type: "TEXT", nullable: true),
                    MetAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MetLongAgo = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsVouchedFor = table.Column<bool>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangeableUntil = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DeliverAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    GraceEndsAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReplyText = table.Column<string>(type: "TEXT", nullable: true),
                    ReplyChannel = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    SentUnder_MinimumNote = table.Column<int>(type: "INTEGER", nullable: true),
                    SentUnder_OnlyIntroducedOrMet = table.Column<bool>(type: "INTEGER", nullable: false),
                    SentUnder_TalkedCountsAsMet = table.Column<bool>(type: "INTEGER", nullable: false),
                    SentUnder_WelcomesJobEnquiries = table.Column<bool>(type: "INTEGER", nullable: false),
                    SentUnder_WelcomesOffers = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Requests", x => x.Id);
                    table.CheckConstraint("CK_Requests_Connector", "\"IntroducedById\" NOT IN (\"SenderId\", \"RecipientId\")");
                    table.CheckConstraint("CK_Requests_Introduction", "CASE WHEN \"IntroducedById\" IS NULL THEN \"IntroductionWords\" IS NULL AND \"State\" <> 'WithConnector'\nWHEN \"IntroductionWords\" IS NULL THEN \"State\" IN ('WithConnector', 'Withdrawn', 'Closed') ELSE \"State\" <> 'WithConnector' END");
                    table.CheckConstraint("CK_Requests_IntroductionWords_Length", "length(trim(\"IntroductionWords\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 10 AND length(\"IntroductionWords\") <= 4000");
                    table.CheckConstraint("CK_Requests_Met", "\"MetAt\" IS NOT NULL OR NOT \"MetLongAgo\"");
                    table.CheckConstraint("CK_Requests_Note_Length", "length(trim(\"Note\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 10 AND length(\"Note\") <= 8000");
                    table.CheckConstraint("CK_Requests_Pair", "\"LowId\" < \"HighId\" AND \"SenderId\" <> \"RecipientId\" AND \"SenderId\" IN (\"LowId\", \"HighId\") AND \"RecipientId\" IN (\"LowId\", \"HighId\")");
                    table.CheckConstraint("CK_Requests_Reason", "\"Reason\" IN ('MetInPerson', 'SameEvent', 'SameGroup', 'WorkedTogether', 'Introduced', 'YourWork', 'Collaboration', 'HiringOrJob', 'Advice', 'Other')");
                    table.CheckConstraint("CK_Requests_ReasonDetail_Length", "length(trim(\"ReasonDetail\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 3 AND length(\"ReasonDetail\") <= 1600");
                    table.CheckConstraint("CK_Requests_ReplyChannel_Length", "length(\"ReplyChannel\") <= 1600");
                    table.CheckConstraint("CK_Requests_ReplyText_Length", "length(trim(\"ReplyText\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 1 AND length(\"ReplyText\") <= 4000");
                    table.CheckConstraint("CK_Requests_SenderName_Length", "length(trim(\"SenderName\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 1 AND length(\"SenderName\") <= 640");
                    table.CheckConstraint("CK_Requests_State", "\"State\" IN ('Waiting', 'Accepted', 'DeclinedNotNow', 'DeclinedForGood', 'Withdrawn', 'Expired', 'Closed', 'WithConnector')");
                    table.CheckConstraint("CK_Requests_Times", "\"SentAt\" <= \"ChangeableUntil\" AND \"ChangeableUntil\" <= \"DeliverAt\" AND \"DeliverAt\" < \"ExpiresAt\"");
                    table.ForeignKey(
                        name: "FK_Requests_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Requests_Members_IntroducedById",
                        column: x => x.IntroducedById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Requests_Members_RecipientId",
                        column: x => x.RecipientId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Requests_Members_SenderId",
                        column: x => x.SenderId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoteTemplateKeys",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    TemplateId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteTemplateKeys", x => new { x.Key, x.TemplateId });
                    table.ForeignKey(
                        name: "FK_NoteTemplateKeys_NoteTemplates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "NoteTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OffersTo",
                columns: table => new
                {
                    OfferId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Agrees = table.Column<bool>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OffersTo", x => new { x.OfferId, x.MemberId });
                    table.CheckConstraint("CK_OffersTo_Words_Length", "length(trim(\"Words\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 10 AND length(\"Words\") <= 4000");
                    table.ForeignKey(
                        name: "FK_OffersTo_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OffersTo_Offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "Offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Introductions",
                columns: table => new
                {
                    RequestId = table.Column<long>(type: "INTEGER", nullable: false),
                    ConnectorId = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Introductions", x => x.RequestId);
                    table.CheckConstraint("CK_Introductions_Answer", "\"Answer\" IN ('PassedOn', 'DontKnowThem', 'NotNow')");
                    table.CheckConstraint("CK_Introductions_Answered", "(\"Answer\" IS NULL) = (\"AnsweredAt\" IS NULL) AND (\"Words\" IS NOT NULL) = (\"Answer\" IS NOT NULL AND \"Answer\" = 'PassedOn')");
                    table.CheckConstraint("CK_Introductions_Words_Length", "length(trim(\"Words\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 10 AND length(\"Words\") <= 4000");
                    table.ForeignKey(
                        name: "FK_Introductions_Members_ConnectorId",
                        column: x => x.ConnectorId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Introductions_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "References",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    RequestId = table.Column<long>(type: "INTEGER", nullable: false),
                    AskerId = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedId = table.Column<long>(type: "INTEGER", nullable: false),
                    AboutId = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    Line = table.Column<string>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_References", x => x.Id);
                    table.CheckConstraint("CK_References_Answer", "\"Answer\" IN ('KnowWell', 'KnowALittle', 'DontReallyKnow', 'RatherNotSay')");
                    table.CheckConstraint("CK_References_Line_Length", "length(\"Line\") <= 2400");
                    table.CheckConstraint("CK_References_Three", "\"AskerId\" <> \"AskedId\" AND \"AskerId\" <> \"AboutId\" AND \"AskedId\" <> \"AboutId\"");
                    table.ForeignKey(
                        name: "FK_References_Members_AboutId",
                        column: x => x.AboutId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_References_Members_AskedId",
                        column: x => x.AskedId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_References_Members_AskerId",
                        column: x => x.AskerId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_References_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SentNotes",
                columns: table => new
                {
                    RequestId = table.Column<long>(type: "INTEGER", nullable: false),
                    SenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Pairs = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SentNotes", x => x.RequestId);
                    table.ForeignKey(
                        name: "FK_SentNotes_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TalkMessages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    RequestId = table.Column<long>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsDelivered = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkMessages", x => x.Id);
                    table.CheckConstraint("CK_TalkMessages_Text_Length", "length(trim(\"Text\", char(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,173,847,1536,1537,1538,1539,1540,1541,1564,1757,1807,2192,2193,2274,4447,4448,5760,6068,6069,6155,6156,6157,6158,6159,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201) || char(8202,8203,8204,8205,8206,8207,8232,8233,8234,8235,8236,8237,8238,8239,8287,8288,8289,8290,8291,8292,8293,8294,8295,8296,8297,8298,8299,8300,8301,8302,8303,10240,12288,12644,65024,65025,65026,65027,65028,65029,65030,65031,65032,65033,65034,65035,65036,65037,65038,65039,65279,65440,65520,65521,65522,65523,65524,65525,65526,65527,65528,65529,65530,65531))) >= 1 AND length(\"Text\") <= 8000");
                    table.ForeignKey(
                        name: "FK_TalkMessages_Members_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TalkMessages_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Talks",
                columns: table => new
                {
                    RequestId = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StoppedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Messages = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Talks", x => x.RequestId);
                    table.CheckConstraint("CK_Talks_Messages", "\"Messages\" BETWEEN 1 AND 10");
                    table.CheckConstraint("CK_Talks_Times", "\"StartedAt\" <= \"EndsAt\" AND \"StartedAt\" < \"ExpiredAt\"");
                    table.ForeignKey(
                        name: "FK_Talks_Members_StoppedById",
                        column: x => x.StoppedById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Talks_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SentNoteKeys",
                columns: table => new
                {
                    RequestId = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    SenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    RecipientId = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SentNoteKeys", x => new { x.RequestId, x.Key });
                    table.ForeignKey(
                        name: "FK_SentNoteKeys_SentNotes_RequestId",
                        column: x => x.RequestId,
                        principalTable: "SentNotes",
                        principalColumn: "RequestId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Accounts",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AddressBook_OwnerId_FoldedName_Id",
                table: "AddressBook",
                columns: new[] { "OwnerId", "FoldedName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AddressBook_OwnerId_Key",
                table: "AddressBook",
                columns: new[] { "OwnerId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AddressBook_OwnerId_Slug",
                table: "AddressBook",
                columns: new[] { "OwnerId", "Slug" },
                filter: "\"Slug\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AddressBookEmails_OwnerId_Address",
                table: "AddressBookEmails",
                columns: new[] { "OwnerId", "Address" });

            migrationBuilder.CreateIndex(
                name: "IX_AddressBookSlices_OwnerId",
                table: "AddressBookSlices",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Admitted_At_Id",
                table: "Admitted",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Admitted_NormalizedEmail",
                table: "Admitted",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserPasskeys_UserId",
                table: "AspNetUserPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_At_Id",
                table: "Audit",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Blocks_BlockedId",
                table: "Blocks",
                column: "BlockedId");

            migrationBuilder.CreateIndex(
                name: "IX_Blocks_BlockerId_BlockedId",
                table: "Blocks",
                columns: new[] { "BlockerId", "BlockedId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_AuthorId",
                table: "Cases",
                column: "AuthorId",
                unique: true,
                filter: "\"State\" = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_PublicId",
                table: "Cases",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_State_OpenedAt_Id",
                table: "Cases",
                columns: new[] { "State", "OpenedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Connections_HighId",
                table: "Connections",
                column: "HighId");

            migrationBuilder.CreateIndex(
                name: "IX_Connections_HighId_NamedFrom_LowId",
                table: "Connections",
                columns: new[] { "HighId", "NamedFrom", "LowId" },
                filter: "\"NamedFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Connections_IntroducedById",
                table: "Connections",
                column: "IntroducedById");

            migrationBuilder.CreateIndex(
                name: "IX_Connections_LowId_HighId",
                table: "Connections",
                columns: new[] { "LowId", "HighId" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Connections_LowId_NamedFrom_HighId",
                table: "Connections",
                columns: new[] { "LowId", "NamedFrom", "HighId" },
                filter: "\"NamedFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Connections_RequestId",
                table: "Connections",
                column: "RequestId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_HighId",
                table: "Conversations",
                column: "HighId");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_LowId_HighId",
                table: "Conversations",
                columns: new[] { "LowId", "HighId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Groups_JoinCode",
                table: "Groups",
                column: "JoinCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Groups_MadeAt_Id",
                table: "Groups",
                columns: new[] { "MadeAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Groups_MadeById",
                table: "Groups",
                column: "MadeById");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_PublicId",
                table: "Groups",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyKeys_MemberId_Operation_Key",
                table: "IdempotencyKeys",
                columns: new[] { "MemberId", "Operation", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Introductions_ConnectorId_AskedAt_RequestId",
                table: "Introductions",
                columns: new[] { "ConnectorId", "AskedAt", "RequestId" });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_GroupId_NormalizedEmail",
                table: "Invitations",
                columns: new[] { "GroupId", "NormalizedEmail" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_InvitedById",
                table: "Invitations",
                column: "InvitedById");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_NormalizedEmail",
                table: "Invitations",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingCodes_Selector",
                table: "MeetingCodes",
                column: "Selector");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingCodes_TakenById",
                table: "MeetingCodes",
                column: "TakenById");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_HighId",
                table: "Meetings",
                column: "HighId");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_LowId_HighId",
                table: "Meetings",
                columns: new[] { "LowId", "HighId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Members_DisplayName_Id",
                table: "Members",
                columns: new[] { "DisplayName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_Handle",
                table: "Members",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_GroupId_MemberId",
                table: "Memberships",
                columns: new[] { "GroupId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_MemberId_GroupId",
                table: "Memberships",
                columns: new[] { "MemberId", "GroupId" });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_AuthorId",
                table: "Messages",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_ConversationId_Id",
                table: "Messages",
                columns: new[] { "ConversationId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_PublicId",
                table: "Messages",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_RequestId",
                table: "Messages",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_NotesToSelf_AboutId",
                table: "NotesToSelf",
                column: "AboutId");

            migrationBuilder.CreateIndex(
                name: "IX_NotesToSelf_OwnerId_AboutId",
                table: "NotesToSelf",
                columns: new[] { "OwnerId", "AboutId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NoteTemplateKeys_TemplateId",
                table: "NoteTemplateKeys",
                column: "TemplateId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteTemplates_AddedById",
                table: "NoteTemplates",
                column: "AddedById");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_ActorId",
                table: "Notifications",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_GroupId",
                table: "Notifications",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_MemberId_Kind_Subject",
                table: "Notifications",
                columns: new[] { "MemberId", "Kind", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_MemberId_VisibleFrom_Id",
                table: "Notifications",
                columns: new[] { "MemberId", "VisibleFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Offers_IntroducerId_OfferedAt",
                table: "Offers",
                columns: new[] { "IntroducerId", "OfferedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Offers_PublicId",
                table: "Offers",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OffersTo_MemberId",
                table: "OffersTo",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMail_DueAt",
                table: "OutgoingMail",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Posts_AuthorId",
                table: "Posts",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_Posts_GroupId_Id",
                table: "Posts",
                columns: new[] { "GroupId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Posts_PublicId",
                table: "Posts",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_References_AboutId",
                table: "References",
                column: "AboutId");

            migrationBuilder.CreateIndex(
                name: "IX_References_AskedId_AskedAt_Id",
                table: "References",
                columns: new[] { "AskedId", "AskedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_References_AskerId",
                table: "References",
                column: "AskerId");

            migrationBuilder.CreateIndex(
                name: "IX_References_PublicId",
                table: "References",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_References_RequestId_AskedId",
                table: "References",
                columns: new[] { "RequestId", "AskedId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reports_CaseId",
                table: "Reports",
                column: "CaseId");

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
                name: "IX_Requests_GroupId",
                table: "Requests",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_IntroducedById_SentAt",
                table: "Requests",
                columns: new[] { "IntroducedById", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_LowId_HighId",
                table: "Requests",
                columns: new[] { "LowId", "HighId" },
                unique: true,
                filter: "\"State\" = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_PublicId",
                table: "Requests",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Requests_RecipientId_State_DeliverAt_Id",
                table: "Requests",
                columns: new[] { "RecipientId", "State", "DeliverAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_RecipientId_State_IsVouchedFor_DeliverAt_Id",
                table: "Requests",
                columns: new[] { "RecipientId", "State", "IsVouchedFor", "DeliverAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_SenderId_RecipientId",
                table: "Requests",
                columns: new[] { "SenderId", "RecipientId" },
                unique: true,
                filter: "\"State\" = 'WithConnector'");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_SenderId_SentAt_Id",
                table: "Requests",
                columns: new[] { "SenderId", "SentAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SameNotes_CaseId",
                table: "SameNotes",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_SameNotes_GroupId",
                table: "SameNotes",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_SameNotes_LetterId",
                table: "SameNotes",
                column: "LetterId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SameNotes_SenderId",
                table: "SameNotes",
                column: "SenderId");

            migrationBuilder.CreateIndex(
                name: "IX_SentNoteKeys_Key_SenderId_SentAt_RecipientId_RequestId",
                table: "SentNoteKeys",
                columns: new[] { "Key", "SenderId", "SentAt", "RecipientId", "RequestId" });

            migrationBuilder.CreateIndex(
                name: "IX_SentNoteKeys_Key_SentAt_SenderId_RequestId",
                table: "SentNoteKeys",
                columns: new[] { "Key", "SentAt", "SenderId", "RequestId" });

            migrationBuilder.CreateIndex(
                name: "IX_SentNotes_SenderId_SentAt",
                table: "SentNotes",
                columns: new[] { "SenderId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_AccountId",
                table: "Sessions",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_PublicId",
                table: "Sessions",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Suspensions_MemberId",
                table: "Suspensions",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Suspensions_ModeratorId",
                table: "Suspensions",
                column: "ModeratorId");

            migrationBuilder.CreateIndex(
                name: "IX_TalkMessages_AuthorId",
                table: "TalkMessages",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_TalkMessages_PublicId",
                table: "TalkMessages",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TalkMessages_RequestId_Id",
                table: "TalkMessages",
                columns: new[] { "RequestId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Talks_StoppedById",
                table: "Talks",
                column: "StoppedById");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AddressBookEmails");

            migrationBuilder.DropTable(
                name: "AddressBookSlices");

            migrationBuilder.DropTable(
                name: "Admitted");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserPasskeys");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "Attempts");

            migrationBuilder.DropTable(
                name: "Audit");

            migrationBuilder.DropTable(
                name: "Blocks");

            migrationBuilder.DropTable(
                name: "Connections");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "IdempotencyKeys");

            migrationBuilder.DropTable(
                name: "Introductions");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "MeetingCodes");

            migrationBuilder.DropTable(
                name: "Meetings");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "Messages");

            migrationBuilder.DropTable(
                name: "NotesToSelf");

            migrationBuilder.DropTable(
                name: "NoteTemplateKeys");

            migrationBuilder.DropTable(
                name: "Notifications");

            migrationBuilder.DropTable(
                name: "OffersTo");

            migrationBuilder.DropTable(
                name: "OutgoingMail");

            migrationBuilder.DropTable(
                name: "Posts");

            migrationBuilder.DropTable(
                name: "References");

            migrationBuilder.DropTable(
                name: "Refusals");

            migrationBuilder.DropTable(
                name: "Reports");

            migrationBuilder.DropTable(
                name: "SameNotes");

            migrationBuilder.DropTable(
                name: "SentNoteKeys");

            migrationBuilder.DropTable(
                name: "Sessions");

            migrationBuilder.DropTable(
                name: "Suspensions");

            migrationBuilder.DropTable(
                name: "TalkMessages");

            migrationBuilder.DropTable(
                name: "Talks");

            migrationBuilder.DropTable(
                name: "AddressBook");

            migrationBuilder.DropTable(
                name: "AddressBookImports");

            migrationBuilder.DropTable(
                name: "Conversations");

            migrationBuilder.DropTable(
                name: "NoteTemplates");

            migrationBuilder.DropTable(
                name: "Offers");

            migrationBuilder.DropTable(
                name: "Cases");

            migrationBuilder.DropTable(
                name: "SentNotes");

            migrationBuilder.DropTable(
                name: "Requests");

            migrationBuilder.DropTable(
                name: "Groups");

            migrationBuilder.DropTable(
                name: "Members");

            migrationBuilder.DropTable(
                name: "Accounts");
        }
    }
}
