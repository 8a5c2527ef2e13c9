using ConnectGate.Gate.Reading.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ConnectGate.Tests.Gate.Reading;

/// <summary>A sentence that was written for its recipient never makes a note worse.</summary>
public sealed class GenuineSentenceProperties
{
    private static readonly string[] Sentences =
    [
        "You repaired the clasp of my grandmother's accordion in Turku last March.",
        "Your talk at the Leiden moss symposium changed how I press herbarium sheets.",
        "We sat next to each other on the ferry to Tórshavn when the engine caught fire.",
        "I rebuilt your walnut planter from issue 14 and the left hinge jams in winter.",
        "Is the bell in your photo of Ripon the one cast by Abbott in 1799?",
        "The lentil recipe on page 62 of your cookbook got my daughter through chemotherapy.",
        "You lent me a size 7 spanner at the Malvern cyclocross and I still have it.",
        "Your proof of the tiling lemma skips the case where two hexagons share a vertex.",
        "My father taught with you at Kibera primary in 1988 and kept your chalk drawings.",
        "Did the heron nest behind lock 43 survive the flood?",
        "I found your lost kayak paddle under the pier at Oban.",
        "Please tell me which glaze you used on the cobalt jug in the Stoke exhibition.",
        "Your mother sold me a violin in Cremona and said you tune harpsichords.",
        "Ich habe deinen Vortrag über Torfmoose in Greifswald gehört und nachgemessen.",
        "Sie haben im Juni meiner Tochter in der Bäckerei Lindner das Laugengebäck erklärt.",
        "Auf Seite 118 Ihrer Chronik fehlt die Mühle am Schwarzbach, ich besitze den Kaufvertrag.",
        "Wir standen 2019 zusammen im Stau vor dem Gotthard und teilten eine Melone.",
        "Ihre Zeichnung vom Wiedehopf hängt in unserer Grundschule in Eutin.",
        "Vous avez réparé l'horloge de la gare de Vierzon où travaillait mon oncle.",
        "Votre article sur les lavoirs du Morvan oublie celui de Quarré, j'ai des photos.",
        "Nous avons chanté ensemble le Requiem de Duruflé à Poitiers en 2011.",
        "La greffe de poirier que tu m'as montrée à Angers a pris.",
        "Usted me prestó un paraguas verde en la estación de Zaragoza.",
        "Su ensayo sobre los molinos de Consuegra cita a mi abuelo, el molinero Eusebio.",
        "El telescopio que montaste en Teruel sigue viendo los anillos de Saturno.",
        "Coincidimos en el taller de cerámica de Talavera y rompí tu botijo.",
        "Você consertou o acordeão do meu avô em Évora no verão passado.",
        "A sua fotografia da ponte de Amarante mostra a janela da minha escola.",
        "Na página 31 do seu livro sobre azulejos falta o painel de Ovar.",
        "Je hebt in Zwolle mijn fietsketting gemaakt tijdens de hagelbui.",
        "In uw boek over dijken staat de doorbraak bij Zalk in het verkeerde jaar.",
        "Wij speelden samen schaak in de trein naar Groningen en jij won met zwart.",
        "Lei ha restaurato l'organo di Bagnacavallo dove suono la domenica.",
        "Il suo saggio sulle saline di Cervia cita mia nonna Ottavia.",
        "Abbiamo diviso una tenda sul Gran Sasso durante la grandinata del 2016.",
        "Du reparerede min cykellygte foran biblioteket i Odense.",
        "Din bog om tangtage på Læsø nævner min farmors gård.",
        "Vi delte bord til strikketræffet i Skagen, og du lånte min pind nummer 4.",
        "Twój wykład o żubrach w Hajnówce zmienił temat mojej pracy.",
        "Ryggsäcken du glömde på tåget till Kiruna står hos mig.",
        "仙台の勉強会で傘を間違えて持って帰ったのは私です。",
        "您在敦煌拍的第四十五窟壁画里有我祖父的签名。",
        "Вы починили наш телескоп в Пулкове в ноябре.",
        "قرأت مقالك عن نواعير حماة وجدي كان نجارها.",
        "Η φωτογραφία σας από τη Νάξο δείχνει τον μύλο του παππού μου.",
    ];

    private static readonly string[] Parts =
    [
        .. Notes.All.SelectMany(note =>
            note.Split(['.', '!', '?', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        ),
    ];

    // Notes, notes made of the sentences of several, and what is no note at all.
    private static readonly Gen<string> Base = Gen.Frequency(
            (2, Gen.Elements(Notes.All)),
            (
                4,
                Gen.Choose(1, 6)
                    .SelectMany(count => Gen.Elements(Parts).ArrayOf(count))
                    .Select(parts => string.Join(". ", parts))
            ),
            (
                1,
                Gen.Choose(1, 5)
                    .SelectMany(count => Gen.Elements(Sentences).ArrayOf(count))
                    .Select(sentences => string.Join(' ', sentences))
            ),
            (
                1,
                Gen.Choose(1, 5)
                    .SelectMany(count => GenuineSentence.Any.ArrayOf(count))
                    .Select(sentences => string.Join(' ', sentences))
            ),
            (2, Gen.Zip(Gen.Elements(Sentences), Gen.Elements(Parts)).Select(pair => $"{pair.Item2}. {pair.Item1}")),
            (2, AnyText.NoteSized.Generator)
        )
        .Where(note => note.Length <= 900);

    [Fact]
    public void Every_one_made_of_a_phrase_and_a_thing_is_known_for_what_it_is()
    {
        var unknown = GenuineSentence
            .All.Where(sentence =>
                Notes.Reader.Read(Written(sentence)) is var reading && reading.Refusals.Count + reading.Advice.Count > 0
            )
            .ToList();
        Assert.True(unknown.Count == 0, $"{unknown.Count}: {string.Join('\n', unknown)}");
    }

    [Fact]
    public void A_genuine_sentence_never_turns_a_pass_into_a_refusal() =>
        AnyText.Holds(
            Arb.From(
                Gen.Zip(
                    Base,
                    Gen.Zip(
                        Gen.Frequency((3, GenuineSentence.Any), (1, Gen.Elements(Sentences))),
                        Gen.Elements(true, false)
                    )
                )
            ),
            drawn =>
            {
                var (note, (sentence, first)) = drawn;
                if (Refusals(note).Count == 0 && !note.Contains(sentence, StringComparison.Ordinal))
                {
                    Assert.Empty(Refusals(first ? $"{sentence}\n{note}" : $"{note}\n{sentence}"));
                }
            }
        );

    [Fact]
    public void Each_of_them_passes_alone_and_after_any_genuine_note_that_does()
    {
        // A bad note may pass only because it is too short to know its language. A sentence more shows it.
        var passing = Notes
            .Rows.Where(row => row.Block != true)
            .Select(row => row.Note.Text)
            .Where(note => Refusals(note).Count == 0)
            .ToList();
        foreach (var (at, sentence) in Sentences.Index())
        {
            Assert.Empty(Refusals(sentence));
            foreach (var note in passing.Where((_, number) => number % 9 == at % 9))
            {
                Assert.Empty(Refusals($"{note}\n{sentence}"));
            }
        }
    }

    private static IReadOnlyList<string> Refusals(string note) =>
        [.. Notes.Reader.Read(Written(note)).Refusals.Select(refusal => $"{refusal.Code}: {note}")];

    private static Written Written(string note) => new(note, [], "Ola Ness", "Greta Olin", "Baker, Bergen");
}
