namespace ConnectGate.Benchmarks.Site;

/// <summary>Names, headlines, and notes in eight languages.</summary>
internal static class People
{
    private static readonly string[] Given =
    [
        "Anna",
        "Berta",
        "Chiara",
        "Dmitri",
        "Elif",
        "Femke",
        "Goran",
        "Hanna",
        "Ines",
        "Jonas",
        "Katarzyna",
        "Luis",
        "Mei",
        "Noor",
        "Olav",
        "Pilar",
        "Quentin",
        "Rosa",
        "Søren",
        "Tomás",
        "Ulla",
        "Vera",
        "Wiktor",
        "Yuki",
        "Zeynep",
    ];

    private static readonly string[] Family =
    [
        "Almeida",
        "Berg",
        "Costa",
        "Dubois",
        "Eriksson",
        "Fischer",
        "García",
        "Holm",
        "Ivanov",
        "Jansen",
        "Kowalski",
        "Lindquist",
        "Moreau",
        "Novak",
        "Okafor",
        "Petrov",
        "Rossi",
        "Sato",
        "Tanaka",
        "Visser",
        "Weber",
        "Yılmaz",
    ];

    private static readonly string[] Work =
    [
        "Glacier survey",
        "Tide tables",
        "Sensor calibration",
        "Harbour maps",
        "Weather archives",
        "River models",
        "Salt marshes",
        "School gardens",
        "Ferry timetables",
        "Reading rooms",
        "Bridge inspection",
        "Organ building",
    ];

    // Of each language: beginnings, middles and ends.
    private static readonly string[][][] Languages =
    [
        [
            ["Your talk on the north pier", "The table you drew in March", "What you wrote about the sandbank"],
            ["answered a question that I have had for years", "does not fit my readings, and I would like to know why"],
            ["Could we compare our charts?", "May I send you mine?", "Who else measures there?"],
        ],
        [
            ["Ihr Vortrag am Nordkai", "Die Tabelle, die Sie im März gezeichnet haben", "Ihr Text über die Sandbank"],
            ["hat mir eine alte Frage beantwortet", "passt nicht zu meinen Messungen"],
            ["Dürfen wir die Karten vergleichen?", "Darf ich Ihnen meine schicken?"],
        ],
        [
            [
                "Votre exposé sur la jetée",
                "Le tableau que vous avez dessiné en mars",
                "Votre texte sur le banc de sable",
            ],
            ["a répondu à une vieille question", "ne correspond pas à mes relevés"],
            ["Pouvons-nous comparer nos cartes ?", "Puis-je vous envoyer la mienne ?"],
        ],
        [
            ["Su charla en el muelle norte", "La tabla que dibujó en marzo", "Lo que escribió sobre el banco de arena"],
            ["respondió a una pregunta de hace años", "no coincide con mis mediciones"],
            ["¿Comparamos nuestras cartas?", "¿Puedo enviarle la mía?"],
        ],
        [
            ["Il suo intervento sul molo", "La tabella che ha disegnato a marzo"],
            ["ha risposto a una vecchia domanda", "non combacia con le mie misure"],
            ["Possiamo confrontare le carte?", "Posso mandarle la mia?"],
        ],
        [
            ["Uw lezing op de noordpier", "De tabel die u in maart tekende"],
            ["beantwoordde een oude vraag", "past niet bij mijn metingen"],
            ["Zullen we onze kaarten vergelijken?", "Mag ik u de mijne sturen?"],
        ],
        [
            ["Pana wykład na molo", "Tabela narysowana w marcu"],
            ["odpowiedział na moje dawne pytanie", "nie zgadza się z moimi pomiarami"],
            ["Czy możemy porównać mapy?", "Czy mogę wysłać swoją?"],
        ],
        [
            ["北埠頭でのご講演", "三月に描かれた表"],
            ["長年の疑問に答えてくれました", "私の測定と合いません"],
            ["海図を比べませんか。", "私の図をお送りしてもよいですか。"],
        ],
    ];

    public static string Name(Random chance) => $"{Any(Given, chance)} {Any(Family, chance)}";

    public static string Headline(Random chance) => $"{Any(Work, chance)} and {Any(Work, chance)}".ToLowerInvariant();

    /// <summary>A note in the language of its number: the number modulo eight.</summary>
    public static string Note(long number, Random chance)
    {
        var language = Languages[number % Languages.Length];
        return $"{Any(language[0], chance)} {Any(language[1], chance)}. {Any(language[2], chance)} ({number})";
    }

    private static string Any(string[] some, Random chance) => some[chance.Next(some.Length)];
}
