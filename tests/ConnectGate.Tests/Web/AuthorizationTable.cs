namespace ConnectGate.Tests.Web;

/// <summary>Who may use which endpoint. <see cref="AuthorizationTests"/> tries every row as everybody, on what is their own, another's, and not there.</summary>
internal static class AuthorizationTable
{
    /// <summary>Every endpoint of pages and API, by method and address; a form's handler belongs to the address.</summary>
    public static readonly IReadOnlyDictionary<string, Opens> Rows = new Dictionary<string, Opens>(StringComparer.Ordinal)
    {
        // Nobody has to be signed in.
        ["GET /"] = Opens.ToAll,
        ["GET /Index"] = Opens.ToAll,
        ["GET /error"] = Opens.ToAll,
        ["GET /health/live"] = Opens.ToAll,
        ["GET /health/ready"] = Opens.ToAll,
        ["GET /openapi/{documentName}.json"] = Opens.ToAll,
        ["GET /account/confirm"] = Opens.ToAll,
        ["POST /account/confirm"] = Opens.ToAll,
        ["GET /account/confirm-address"] = Opens.ToAll,
        ["POST /account/confirm-address"] = Opens.ToAll,
        ["GET /account/forgot"] = Opens.ToAll,
        ["POST /account/forgot"] = Opens.ToAll,
        ["GET /account/forgot/sent"] = Opens.ToAll,
        ["GET /account/recovery"] = Opens.ToAll,
        ["POST /account/recovery"] = Opens.ToAll,
        ["GET /account/register"] = Opens.ToAll,
        ["POST /account/register"] = Opens.ToAll,
        ["GET /account/register/sent"] = Opens.ToAll,
        ["GET /account/reset"] = Opens.ToAll,
        ["POST /account/reset"] = Opens.ToAll,
        ["GET /account/sign-in"] = Opens.ToAll,
        ["POST /account/sign-in"] = Opens.ToAll,
        ["POST /account/sign-in?handler=Passkey"] = Opens.ToAll,
        ["POST /account/sign-in?handler=PasskeyOptions"] = Opens.ToAll,
        ["GET /account/sign-out"] = Opens.ToAll,
        ["POST /account/sign-out"] = Opens.ToAll,
        ["GET /account/two-factor"] = Opens.ToAll,
        ["POST /account/two-factor"] = Opens.ToAll,
        ["POST /api/v1/sign-in"] = Opens.ByCredentials,
        ["POST /api/v1/refresh"] = Opens.ByCredentials,
        // The token is the permission.
        ["GET /unsubscribe/{token}"] = Opens.ByToken,
        ["POST /unsubscribe/{token}"] = Opens.ByToken,

        // A member's own affairs, which no address names.
        ["GET /inbox"] = Opens.ToMembers,
        ["GET /inbox/decline"] = Opens.ToMembers,
        ["GET /sent"] = Opens.ToMembers,
        ["GET /members"] = Opens.ToMembers,
        ["GET /connections"] = Opens.ToMembers,
        ["GET /met"] = Opens.ToMembers,
        ["POST /met"] = Opens.ToMembers,
        ["POST /met?handler=Longer"] = Opens.ToMembers,
        ["POST /met?handler=Type"] = Opens.ToMembers,
        ["GET /conversations"] = Opens.ToMembers,
        ["GET /notifications"] = Opens.ToMembers,
        ["POST /notifications"] = Opens.ToMembers,
        ["GET /settings"] = Opens.ToMembers,
        ["GET /settings/digest"] = Opens.ToMembers,
        ["POST /settings/digest"] = Opens.ToMembers,
        ["GET /settings/policy"] = Opens.ToMembers,
        ["POST /settings/policy"] = Opens.ToMembers,
        ["GET /settings/privacy"] = Opens.ToMembers,
        ["POST /settings/privacy?handler=FoundBy"] = Opens.ToMembers,
        ["GET /settings/profile"] = Opens.ToMembers,
        ["POST /settings/profile"] = Opens.ToMembers,
        ["GET /settings/security"] = Opens.ToMembers,
        ["GET /settings/security/address"] = Opens.ToMembers,
        ["POST /settings/security/address"] = Opens.ToMembers,
        ["GET /settings/security/passkeys"] = Opens.ToMembers,
        ["POST /settings/security/passkeys?handler=Options"] = Opens.ToMembers,
        ["POST /settings/security/passkeys?handler=Add"] = Opens.ToMembers,
        ["GET /settings/security/password"] = Opens.ToMembers,
        ["POST /settings/security/password"] = Opens.ToMembers,
        ["GET /settings/security/second-factor-needed"] = Opens.ToMembers,
        ["GET /settings/security/sessions"] = Opens.ToMembers,
        ["POST /settings/security/sessions?handler=EndAll"] = Opens.ToMembers,
        ["GET /settings/security/two-factor"] = Opens.ToMembers,
        ["POST /settings/security/two-factor?handler=SetUp"] = Opens.ToMembers,
        ["POST /settings/security/two-factor?handler=Codes"] = Opens.ToMembers,
        ["POST /settings/security/two-factor?handler=Off"] = Opens.ToMembers,
        ["GET /settings/security/two-factor/set-up"] = Opens.ToMembers,
        ["POST /settings/security/two-factor/set-up"] = Opens.ToMembers,
        ["GET /api/v1/inbox"] = Opens.ToMembers,
        ["GET /api/v1/connections"] = Opens.ToMembers,
        ["GET /api/v1/members"] = Opens.ToMembers,
        ["GET /api/v1/requests/sent"] = Opens.ToMembers,
        ["POST /api/v1/sign-out"] = Opens.ToMembers,

        // Another member, whom anybody may look up.
        ["GET /m/{handle}"] = Opens.AnyMember,
        ["POST /m/{handle}?handler=Note"] = Opens.AnyMember,
        ["GET /m/{handle}/block"] = Opens.AnyMember,
        ["POST /m/{handle}/block"] = Opens.AnyMember,
        ["GET /ask/{handle}"] = Opens.AnyMember,
        ["POST /ask/{handle}"] = Opens.AnyMember,
        ["POST /ask/{handle}?handler=Check"] = Opens.AnyMember,
        ["GET /api/v1/members/{handle}"] = Opens.AnyMember,
        ["POST /api/v1/requests"] = Opens.AnyMember,
        ["POST /api/v1/requests/check"] = Opens.AnyMember,
        ["POST /connections/{handle}?handler=Note"] = Opens.AnyMember, // a note to oneself, about anybody

        // A code that a member shows, for whoever is shown it; between a blocked pair it does not exist.
        ["GET /met/{code}"] = Opens.ByCode,
        ["POST /met/{code}"] = Opens.ByCode,

        // Only for the ones it concerns; for all others it does not exist.
        ["GET /m/{handle}/connections"] = Opens.ToWhomTheyShow,
        ["GET /connections/{handle}"] = Opens.ToTheConnected,
        ["POST /connections/{handle}"] = Opens.ToTheConnected,
        ["GET /connections/{handle}/let-go"] = Opens.ToTheConnected,
        ["POST /connections/{handle}/let-go"] = Opens.ToTheConnected,
        ["GET /conversations/{handle}"] = Opens.ToTheConnected,
        ["POST /conversations/{handle}"] = Opens.ToTheConnected,
        ["POST /conversations/{handle}?handler=Read"] = Opens.ToTheConnected,
        ["GET /api/v1/conversations/{handle}"] = Opens.ToTheConnected,
        ["POST /api/v1/conversations/{handle}"] = Opens.ToTheConnected,
        ["GET /inbox/{id}"] = Opens.ToTheRecipient,
        ["POST /inbox/{id}?handler=Undo"] = Opens.ToTheRecipient,
        ["POST /inbox/{id}?handler=Note"] = Opens.ToTheRecipient,
        ["GET /inbox/{id}/accept"] = Opens.ToTheRecipient,
        ["POST /inbox/{id}/accept"] = Opens.ToTheRecipient,
        ["GET /inbox/{id}/decline"] = Opens.ToTheRecipient,
        ["POST /inbox/{id}/decline"] = Opens.ToTheRecipient,
        ["GET /inbox/{id}/report"] = Opens.ToTheRecipient,
        ["POST /inbox/{id}/report"] = Opens.ToTheRecipient,
        ["GET /api/v1/inbox/{id}"] = Opens.ToTheRecipient,
        ["POST /api/v1/inbox/{id}/accept"] = Opens.ToTheRecipient,
        ["POST /api/v1/inbox/{id}/undo"] = Opens.ToTheRecipient,
        ["POST /api/v1/inbox/{id}/decline"] = Opens.ToTheRecipient,
        ["POST /api/v1/inbox/{id}/report"] = Opens.ToTheRecipient,
        ["GET /sent/{id}/correct"] = Opens.ToTheSender,
        ["POST /sent/{id}/correct"] = Opens.ToTheSender,
        ["POST /sent/{id}/correct?handler=Check"] = Opens.ToTheSender,
        ["GET /sent/{id}/withdraw"] = Opens.ToTheSender,
        ["POST /sent/{id}/withdraw"] = Opens.ToTheSender,
        ["PATCH /api/v1/requests/{id}"] = Opens.ToTheSender,
        ["DELETE /api/v1/requests/{id}"] = Opens.ToTheSender,

        // What it is about stands in the form.
        ["POST /inbox/decline"] = Opens.ByFormToTheRecipient,
        ["POST /settings/privacy"] = Opens.ByFormToTheBlocker,
        ["POST /settings/security/sessions?handler=End"] = Opens.ByFormToTheSession,
        ["POST /settings/security/passkeys?handler=Rename"] = Opens.ByFormToThePasskey,
        ["POST /settings/security/passkeys?handler=Remove"] = Opens.ByFormToThePasskey,

        // A moderator or administrator who showed a second factor.
        ["GET /moderation"] = Opens.ToModerators,
        ["GET /moderation/audit"] = Opens.ToModerators,
        ["GET /moderation/figures"] = Opens.ToModerators,
        ["GET /moderation/try"] = Opens.ToModerators,
        ["POST /moderation/try"] = Opens.ToModerators,
        ["GET /moderation/cases/{id}"] = Opens.ToModerators,
        ["POST /moderation/cases/{id}"] = Opens.ToModerators,
    };

    /// <summary>Forms that answer otherwise than by 400 when their token is missing.</summary>
    public static readonly IReadOnlyDictionary<string, int> WithoutToken = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        // A mail program posts here without having seen the page (RFC 8058); the token in the address is the permission.
        ["POST /unsubscribe/{token}"] = 404,
    };
}

/// <summary>To whom an endpoint opens.</summary>
internal enum Opens
{
    ToAll,
    ByCredentials,
    ByToken,
    ToMembers,
    AnyMember,
    ByCode,
    ToWhomTheyShow,
    ToTheConnected,
    ToTheRecipient,
    ToTheSender,
    ByFormToTheRecipient,
    ByFormToTheBlocker,
    ByFormToTheSession,
    ByFormToThePasskey,
    ToModerators,
}
