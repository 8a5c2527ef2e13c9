using FsCheck;
using FsCheck.Fluent;

namespace ConnectGate.Tests.Gate.Reading;

/// <summary>
/// Sentences that only somebody with a reason writes, made from what such people did, a thing and a place, in each
/// language that has lists: some 4,000 of them.
/// </summary>
internal static class GenuineSentence
{
    private static readonly (string[] Frames, string[] Things, string[] Places)[] Languages =
    [
        (
            [
                "You repaired {0} in {1}.",
                "you lent me {0} in {1} and i still have it",
                "We met in {1}, I was the one with {0}.",
                "Your talk in {1} was about {0}, and I measured mine at once.",
                "I read your book on {0} in {1} at one sitting.",
                "Thank you for lending us {0} in {1}!",
            ],
            [
                "the accordion",
                "a kayak",
                "two barometers",
                "the herbarium",
                "a walnut planter",
                "my grandmother's loom",
                "the harmonium",
                "forty lanterns",
                "the tide gauge",
            ],
            ["Turku", "Leiden", "Oban", "Stoke", "the Malvern hills", "Cork", "Aberystwyth", "lower Saxony", "Gdynia"]
        ),
        (
            [
                "Sie haben uns in {1} {0} repariert.",
                "du hast mir in {1} {0} geliehen",
                "Wir standen in {1} nebeneinander und bewunderten {0}.",
                "Ihr Vortrag über {0} in {1} war der einzige mit Zahlen.",
                "Ich war damals in {1} und hielt {0}.",
            ],
            [
                "den Kompass",
                "die Drehleier",
                "das Barometer",
                "zwei Laternen",
                "den Kachelofen",
                "die Torfmoose",
                "das Mühlrad",
            ],
            ["Greifswald", "Eutin", "Görlitz", "Murnau", "Sankt Goar", "Husum"]
        ),
        (
            [
                "Vous avez réparé {0} à {1}.",
                "tu m'as prêté {0} à {1}",
                "Nous avons chanté à {1} devant {0}.",
                "J'ai lu votre livre sur {0} pendant que je logeais à {1}.",
                "Votre conférence sur {0} à {1} oubliait le vent.",
            ],
            [
                "l'horloge",
                "un accordéon",
                "le lavoir",
                "deux girouettes",
                "la vielle à roue",
                "le poirier greffé",
                "le phare",
            ],
            ["Vierzon", "Quimper", "Poitiers", "Tulle", "Saint-Flour", "Issoire"]
        ),
        (
            [
                "Nos conocimos en {1}, yo llevaba {0}.",
                "me prestaste {0} en {1} y lo guardo",
                "Leí su libro sobre {0} en {1}.",
                "Usted me arregló {0} en {1}.",
                "Coincidimos en {1} junto a {0}.",
            ],
            [
                "el telescopio",
                "un botijo",
                "la noria",
                "dos gaitas",
                "el molino harinero",
                "la dulzaina",
                "el alambique",
            ],
            ["Teruel", "Zaragoza", "Úbeda", "Consuegra", "Peñafiel", "Talavera"]
        ),
        (
            [
                "Li o seu livro sobre {0} em {1}.",
                "você me emprestou {0} em {1}",
                "Estivemos em {1} a ver {0}.",
                "Você me consertou {0} em {1}, na véspera.",
                "O senhor me vendeu {0} em {1}.",
            ],
            [
                "o acordeão",
                "a rabeca",
                "dois moinhos",
                "o azulejo partido",
                "a nora",
                "o tear",
                "a caravela de cortiça",
            ],
            ["Évora", "Amarante", "Viseu", "Paraty", "Ovar", "Ouro Preto"]
        ),
        (
            [
                "U repareerde {0} in {1}.",
                "je leende me {0} in {1}",
                "Wij stonden in {1} bij {0}.",
                "In uw boek over {0} mist {1}.",
                "Wij zaten in {1} naast {0}.",
            ],
            [
                "de draaiorgel",
                "een bakfiets",
                "het stoomgemaal",
                "twee klompen",
                "de kerkuil",
                "het sluisje",
                "de barometer",
            ],
            ["Zwolle", "Emmen", "Joure", "Weert", "Aarle-Rixtel", "Groningen"]
        ),
        (
            [
                "Lei mi ha aggiustato {0} a {1}.",
                "mi hai prestato {0} a {1}",
                "Ho letto il suo libro su {0} di {1}.",
                "Ci siamo conosciuti a {1} davanti a {0}.",
                "Ero quello che reggeva {0} a {1}.",
            ],
            ["la zampogna", "un mosaico", "il torchio", "due bussole", "la funivia", "il frantoio", "la meridiana"],
            ["Spilimbergo", "Cervia", "Matera", "Ivrea", "Biella", "Bagnacavallo"]
        ),
        (
            [
                "Du reparerede {0} i {1}.",
                "du lånte mig {0} i {1}",
                "Vi mødtes i {1}, og jeg bar {0}.",
                "Din bog om {0} ligger opslået i {1}.",
                "Vi stod i {1} og så på {0}.",
            ],
            ["harmonikaen", "en cykellygte", "tangtaget", "to lanterner", "barometeret", "vindmøllen", "fyrskibet"],
            ["Odense", "Skagen", "Hobro", "Læsø", "Nyborg", "Ærøskøbing"]
        ),
    ];

    /// <summary>Every one of them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        .. from language in Languages
        from frame in language.Frames
        from thing in language.Things
        from place in language.Places
        select string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, thing, place),
    ];

    /// <summary>One of them by lot.</summary>
    public static readonly Gen<string> Any = Gen.Elements(All.ToArray());
}
