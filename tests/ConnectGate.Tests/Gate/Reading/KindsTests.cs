using ConnectGate.Gate.Reading;
using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Tests.Gate.Reading;

/// <summary>Kinds of notes that public text showed the gate to miss, or to refuse without need.</summary>
public sealed class KindsTests
{
    [Theory]
    [InlineData("Hi [CLIENT_TYPE], the ferry leaves at nine and I would like a word on the pier.", "[CLIENT_TYPE]")]
    [InlineData("Hej {whatever}, jeg skriver om broen over fjorden og dens tre buer.", "{whatever}")]
    [InlineData("Здравствуйте [имя], я пишу вам о старом мосте через реку.", "[имя]")]
    [InlineData("I saw that [YOUR PRODUCT] helps bakers, and I bake rye bread myself.", "[YOUR PRODUCT]")]
    public void A_blank_in_place_of_a_name_is_one_whatever_it_says(string note, string blank)
    {
        var refusal = Assert.Single(Read(note).Refusals);
        Assert.Equal(Codes.UnfilledPlaceholder, refusal.Code);
        Assert.EndsWith(blank, refusal.Quote.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("My cousin learnt to row in Ladakh [country] and asks whether your club lends boats.")]
    [InlineData("The <title> element of your guestbook page is empty, so my reader announces nothing.")]
    [InlineData("Thanks, @rye_baker gave me your address: the starter from the mill still lives.")]
    [InlineData("See you at Regatta XXX, where your brother steered our boat into the reeds.")]
    [InlineData("The manual has <Tag>boat</Tag> where your chart has <Tag>ship</Tag>, so which of the two holds?")]
    [InlineData("The form at the lock asks for First Name and Last Name twice; the second pair is yours, I think.")]
    [InlineData("Our stove shows {7F85E2-D4A0} when the pellets run out, and yours in the hall did too last May.")]
    [InlineData("The list on your door has a [ ] before each boat, and ours at Oban is ticked though she sank.")]
    [InlineData("You wrote that \"much of [Tidal Data] goes into the almanac\", and I would like to know which part.")]
    [InlineData("The crossword in your parish paper asks for a river, and I only have ____ to go on.")]
    [InlineData("The oak you planted stands.\nI pass it daily ____ Tom, ferryman at Oban")]
    [InlineData("The export of your tide log names [dbo].[TIDE_ROWS] twice, so the spring tides of Oban vanish.")]
    [InlineData("WE KEPT TWO GOATS BY THE CANAL AND THE NAME OF THE WHITE ONE WAS YOURS, I THINK SINCE No 3.")]
    public void Brackets_handles_and_capitals_of_people_are_no_blanks(string note) => Assert.Empty(Read(note).Refusals);

    [Fact]
    public void Every_blank_of_a_note_is_quoted_once() =>
        Assert.Equal(
            ["[Name]", "{{topic}}", "[Your Company]", "____"],
            Read("Hi [Name], I read {{topic}} at [Your Company] and thought of [Name] again, who went to ____ with us.")
                .Refusals.Select(refusal => refusal.Quote.Text)
        );

    [Fact]
    public void No_more_blanks_are_quoted_than_a_writer_reads() =>
        Assert.Equal(
            5,
            Read(string.Concat(Enumerable.Range('a', 20).Select(x => $"My [{(char)x} name] ebbs. "))).Refusals.Count
        );

    [Theory]
    [InlineData("Hi Ana, saw you're hiring at Delmar. We help logistics firms cut onboarding. Worth exploring?")]
    [InlineData("Hi Ana, I know you are busy, so I keep this short. Just reply to this email; happy to share more.")]
    [InlineData(
        "Hi Ana, this may not be a priority, so I close the loop. Reply stop if you would rather not hear from me."
    )]
    [InlineData("Hi Ana, we built a free tide widget. Would that be useful for your page?")]
    [InlineData(
        "Hallo Jonas, ich automatisiere Abläufe für Betriebe wie eure. Falls interessant, schicke ich ein Video."
    )]
    [InlineData("Hallo Jonas, gerade keine Prio bei euch? Nur eine kurze Nachfrage zu meiner letzten Nachricht.")]
    [InlineData("Bonjour Lucie, je développe un outil pour artisans. Cela vous intéresserait-il ?")]
    [InlineData("Hola Marta, vi que reservas por Instagram. Creamos un bot para eso, ¿te muestro cómo funciona?")]
    [InlineData("Oi Rita, trabalhamos com clínicas e lojas. Se fizer sentido, te mostro como funciona.")]
    [InlineData("Hej Maja, vi har bygget et værktøj, der sparer timer for jer. Må jeg sende en video?")]
    [InlineData("Hi Ana, we write because many yards struggle with moss, and we fix that. Open to a quick chat?")]
    [InlineData("Hallo Jonas, wir helfen mittelständischen Unternehmen. Interesse an 15 Minuten Austausch?")]
    [InlineData("Bonjour Lucie, nous aidons les artisans de votre région. Un échange de 10 minutes, sans engagement ?")]
    [InlineData("Hola Marta, ayudamos a varias clínicas. ¿Una llamada de 15 minutos esta semana, sin compromiso?")]
    [InlineData("Ciao Paolo, aiutiamo le imprese del settore. Ti andrebbe una call di 15 minuti?")]
    [InlineData("Oi Rita, ajudamos lojas como a sua. Faz sentido um papo de 15 minutos essa semana?")]
    [InlineData("Hoi Sem, wij helpen bedrijven met hun planning. Mag ik een demo van 10 min laten zien?")]
    [InlineData("Hej Maja, vi hjælper mindre virksomheder. Skal vi tage et uforpligtende møde på 15 minutter?")]
    public void A_filled_in_pitch_is_refused_in_every_language(string note) =>
        Assert.Equal(Codes.SalesPitch, Assert.Single(Read(note).Refusals).Code);

    [Theory]
    [InlineData("I accept all invitations and collect contacts from everywhere.")]
    [InlineData("Being Head of Tides at Delmar must be both rewarding and challenging. Let us be connected.")]
    [InlineData("Great minds should know each other, so here I am.")]
    [InlineData("Hallo Jonas, offener Netzwerker hier, ich sammle Kontakte aus ganz Bayern.")]
    [InlineData("Bonjour Lucie, j'accepte tout le monde, faites connaissance avec moi.")]
    [InlineData("Hola Marta, acepto todas las invitaciones, siempre es bueno conocer gente que suma.")]
    [InlineData("Ciao Paolo, accetto tutti i collegamenti e ricambio sempre.")]
    [InlineData("Hoi Sem, volg mij en ik volg je terug, samen kom je verder.")]
    [InlineData("Hej Maja, følg mig, så følger jeg dig tilbage.")]
    public void A_note_that_collects_contacts_is_refused_in_every_language(string note) =>
        Assert.Equal(Codes.StockSentence, Assert.Single(Read(note).Refusals).Code);

    [Theory]
    [InlineData("Most owners pay too much for moorings. Who handles berths at Delmar?")]
    [InlineData("Hallo Jonas, wir drucken Tassen mit Ihrem Logo, ab 50 Stück. Preisliste auf Anfrage.")]
    [InlineData("Bonjour Lucie, nous imprimons des tasses avec votre logo, dès 50 pièces, échantillons sur demande.")]
    [InlineData("Hola Marta, imprimimos tazas desde 3 euros, pedido mínimo de 50.")]
    [InlineData("Ciao Paolo, stampiamo tazze con il tuo logo, minimo 50 pezzi.")]
    [InlineData("Oi Rita, fazemos sites por 200 euros, com alojamento incluído.")]
    [InlineData("Hoi Sem, wij drukken bekers met jullie logo, vanaf 50 stuks.")]
    [InlineData("Hej Maja, vi trykker krus fra 20 kr. pr. stk., fri fragt.")]
    public void An_offer_of_goods_is_refused_in_every_language(string note) =>
        Assert.Equal(Codes.SalesPitch, Assert.Single(Read(note).Refusals).Code);

    [Theory]
    [InlineData("Pay by Sunday or your wife gets the pictures from the pier.")]
    [InlineData("It would be a shame if something happened to that boat of yours.")]
    [InlineData("Sig ja, ellers sender jeg billederne til kajen.")]
    [InlineData("Überweise 300 Euro, sonst erfährt deine Frau vom Steg.")]
    public void A_veiled_threat_is_refused(string note) =>
        Assert.Equal(Codes.Abuse, Assert.Single(Read(note).Refusals).Code);

    [Theory]
    [InlineData("Nice post. I agree with every line of it, the part about mooring most of all.")]
    [InlineData("Thank you for your work on the tide tables. I print them each spring.")]
    [InlineData("This will point me in the right direction, your drawing of the lock gate is clear at last.")]
    [InlineData("I prefer the line \"for every crumb on my deck I shall kill you\" from the pirate play you staged.")]
    [InlineData("I would like to join your network of bridge wardens: I paint the two at Oban every spring.")]
    [InlineData("Tickets for the pier concert were 20 euros, and your fiddle was worth more than that.")]
    [InlineData("My daughter says it would be a shame if the choir at Oban closed, so may I sing with you?")]
    [InlineData("Do you know where your children played here, and what time you leave the pier? I swept it then.")]
    [InlineData(
        "I have your address and all the photos go to your aunt in Oban, unless you or your mother hears first."
    )]
    [InlineData("You have been a big inspiration in my first year of carving spoons from birch.")]
    [InlineData("Congratulations, so you are your own boss at the boatyard at last, and the crane is yours too.")]
    public void Courtesy_quotations_and_praise_of_a_thing_refuse_nothing(string note) =>
        Assert.Empty(Read(note).Refusals);

    [Theory]
    [InlineData("kettle kettle kettle spoon kettle kettle")]
    [InlineData("Dolor sit amet consectetur, sed do eiusmod tempor.")]
    [InlineData("sdfkj sdlkfj weoiru sdlkfj sldkfj wer lskdjf sdf xcv jkh bnm")]
    public void What_is_repeated_or_mashed_is_padding(string note) =>
        Assert.Equal(Codes.Padding, Assert.Single(Read(note).Refusals).Code);

    [Fact]
    public void A_pitch_is_refused_though_it_begins_with_the_recipients_own_work() =>
        Assert.Equal(
            Codes.SalesPitch,
            Assert
                .Single(
                    Read(
                        "I saw your talk on tides. We help over 200 firms like yours double their leads, so have you "
                            + "got 15 minutes for a demo this week?"
                    ).Refusals
                )
                .Code
        );

    private static ConnectGate.Gate.Reading.Reading Read(string note) =>
        Notes.Reader.Read(new Written(note, [], "", "", ""));
}
