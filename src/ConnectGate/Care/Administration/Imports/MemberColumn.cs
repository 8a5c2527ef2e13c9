using System.Collections.Frozen;
using ConnectGate.People.Accounts;
using ConnectGate.Ties.AddressBook.Reading.Tables;

namespace ConnectGate.Care.Administration.Imports;

/// <summary>The columns of a file of members that are read.</summary>
internal enum MemberColumn
{
    Email,
    Name,
    GivenName,
    FamilyName,
    OutsideId,
    Groups,
    Role,
    ExpiresOn,
}

/// <summary>The spellings of columns and roles in English, German, French and Spanish.</summary>
internal static class MemberSpellings
{
    public static readonly FrozenDictionary<string, MemberColumn> Columns = Headings.Of(
        new Dictionary<MemberColumn, string>
        {
            [MemberColumn.Email] = ColumnNames.Emails,
            [MemberColumn.Name] =
                "name, full name, display name, member, member name, vollständiger name, anzeigename, mitglied, "
                + "nom complet, nom affiché, membre, nombre completo, nombre y apellidos, miembro, socio",
            [MemberColumn.GivenName] = ColumnNames.GivenNames,
            [MemberColumn.FamilyName] = ColumnNames.FamilyNames,
            [MemberColumn.OutsideId] =
                "id, outside id, external id, member id, member no, member number, membership id, membership no, "
                + "membership number, number, customer id, customer number, mitgliedsnummer, mitglieds-nr, "
                + "mitglieds-id, mitgliedsnr, nummer, nr, externe id, kundennummer, numéro, numéro de membre, "
                + "numéro d'adhérent, n° d'adhérent, identifiant, número, número de socio, número de miembro, "
                + "identificador",
            [MemberColumn.Groups] =
                "groups, group, section, sections, team, teams, gruppe, gruppen, sektion, groupe, groupes, grupo, "
                + "grupos",
            [MemberColumn.Role] = "role, rolle, rôle, rol",
            [MemberColumn.ExpiresOn] =
                "expires, expires on, expiry, expiry date, expiration, expiration date, end date, ends, ends on, "
                + "valid until, valid to, membership ends, membership expires, gültig bis, ablaufdatum, endet am, "
                + "mitglied bis, mitgliedschaft bis, date de fin, date d'expiration, expire le, valable jusqu'au, "
                + "caduca, caduca el, fecha de caducidad, fecha de fin, fecha de vencimiento, válido hasta",
        }
    );

    private static readonly FrozenDictionary<string, Role> Roles = Headings.Of(
        new Dictionary<Role, string>
        {
            [Role.Member] = "member, mitglied, membre, miembro, socio",
            [Role.Moderator] = "moderator, moderatorin, modérateur, modératrice, moderador, moderadora",
            [Role.Administrator] =
                "administrator, admin, administratorin, administrateur, administratrice, administrador, administradora",
        }
    );

    /// <summary>Null for a text that names no role.</summary>
    public static Role? RoleOf(string text) => Roles.TryGetValue(Headings.Normal(text), out var role) ? role : null;
}
