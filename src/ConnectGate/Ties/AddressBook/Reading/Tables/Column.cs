using System.Collections.Frozen;

namespace ConnectGate.Ties.AddressBook.Reading.Tables;

/// <summary>The columns that are read.</summary>
internal enum Column
{
    GivenName,
    FamilyName,
    Address,
    Email,
    Company,
    Position,
    ConnectedOn,

    /// <summary>Who sent the invitation.</summary>
    From,

    /// <summary>Who got it.</summary>
    To,
    SentAt,
    Message,
    Direction,
    InviterAddress,
    InviteeAddress,
}

/// <summary>
/// The names of columns in the spellings and languages of LinkedIn's exports and of programs that save them again.
/// </summary>
internal static class ColumnNames
{
    public const string GivenNames =
        "first name, given name, forename, vorname, prénom, nombre, nombre de pila, primer nombre, nome, "
        + "nome próprio, primeiro nome, voornaam, fornavn, förnamn, etunimi";

    public const string FamilyNames =
        "last name, family name, surname, nachname, familienname, zuname, nom, nom de famille, apellido, "
        + "apellidos, cognome, sobrenome, apelido, último nome, achternaam, familienaam, efternavn, etternavn, "
        + "efternamn, sukunimi";

    public const string Emails =
        "email, e-mail, mail, email address, e-mail 1 value, e-mail-adresse, mailadresse, adresse e-mail, "
        + "adresse mail, adresse électronique, courriel, correo, correo electrónico, "
        + "dirección de correo electrónico, dirección de correo, dirección de email, indirizzo e-mail, "
        + "indirizzo di posta elettronica, posta elettronica, endereço de e-mail, endereço eletrônico, "
        + "correio eletrônico, correio eletrónico, e-mailadres, mailadres, e-postadress, e-postadresse, e-post, "
        + "sähköposti, sähköpostiosoite";

    // English, German, French, Spanish, Italian, Portuguese, Dutch, then the Nordic languages.
    private static readonly Dictionary<Column, string> Spellings = new()
    {
        [Column.GivenName] = GivenNames,
        [Column.FamilyName] = FamilyNames,
        [Column.Address] =
            "url, profile url, linkedin url, linkedin, public profile url, profil, profil-url, lien, lien du profil, "
            + "url du profil, url del perfil, perfil, url del profilo, profilo, url do perfil, profiel, profiel-url",
        [Column.Email] = Emails,
        [Column.Company] =
            "company, company name, organization, organisation, organization name, employer, firma, unternehmen, "
            + "arbeitgeber, entreprise, société, employeur, empresa, compañía, organización, azienda, società, "
            + "organizzazione, companhia, organização, bedrijf, organisatie, werkgever, virksomhed, selskap, bedrift, "
            + "företag, yritys",
        [Column.Position] =
            "position, title, job title, organization title, role, stelle, stellenbezeichnung, berufsbezeichnung, "
            + "jobtitel, funktion, poste, fonction, intitulé du poste, titre, puesto, cargo, posición, título, "
            + "posizione, qualifica, ruolo, posição, função, functie, functietitel, positie, stilling, "
            + "stillingsbetegnelse, befattning, titel, asema",
        [Column.ConnectedOn] =
            "connected on, connected, connected at, connection date, date connected, connected since, verbunden am, "
            + "verbunden seit, vernetzt am, vernetzt seit, kontakt seit, datum der verbindung, verbindungsdatum, "
            + "connecté le, connectée le, connexion le, date de connexion, en relation depuis, relation depuis, "
            + "conectado el, conectados el, fecha de conexión, contacto desde, conectado em, conectada em, "
            + "data de conexão, data da conexão, data de ligação, ligado em, collegato il, connesso il, "
            + "data di collegamento, data collegamento, data di connessione, verbonden op, verbonden sinds, "
            + "datum van verbinding, connectie sinds, datum connectie, forbundet den, forbundet, forbundet siden, "
            + "kontakt siden, forbindelsesdato, tilknyttet, ansluten, ansluten den, kontakt sedan, yhdistetty",
        [Column.From] = "from, von, de, da, van, fra, från",
        [Column.To] = "to, an, à, a, para, aan, naar, til, till",
        [Column.SentAt] =
            "sent at, sent on, date sent, sent, gesendet am, gesendet, envoyé le, date d'envoi, enviado el, "
            + "fecha de envío, enviado em, data de envio, inviato il, data di invio, verzonden op, verzonden, sendt, "
            + "sendt den, skickat, skickad",
        [Column.Message] = "message, nachricht, mensaje, messaggio, mensagem, bericht, besked, melding, meddelande",
        [Column.Direction] = "direction, richtung, sens, dirección, direzione, direção, richting, retning, riktning",
        [Column.InviterAddress] = "inviterProfileUrl",
        [Column.InviteeAddress] = "inviteeProfileUrl",
    };

    public static readonly FrozenDictionary<string, Column> Known = Headings.Of(Spellings);
}
