using ConnectGate.Letters.Asking;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Gate;

/// <summary>Genuine notes are polite, praise and use idioms. The gate refuses none of that.</summary>
public sealed class CourteousNotesTests() : CommunityTests(Database.Sqlite)
{
    private static readonly string[] Idioms =
    [
        "I wanted to report the broken gate first, but somebody beat you to it.",
        "I wanted to bring you the news, but your father beat you to it.",
        "Before we go on we should go back to the group and ask again.",
        "Please go back to the group first, they would like to hear it from you.",
        "I will find you at the conference, I am the one with the green hat.",
        "Come to my room (office hours), Tuesdays from two to four.",
        "Come to my room at the institute, office hours are on Monday.",
        "Can you answer me one thing: does the old bridge still stand?",
        "The traffic blocked me, so I missed the second half of your talk.",
        "Don't beat yourself up about the lost match, we all miss one.",
        "Everyone likes you in the choir, and everyone wants you back.",
        "People like you should be allowed to vote on the new library.",
        "I hope you lose no sleep over the typo, it made me smile.",
        "You cannot run this on a small machine, I tried it with mine.",
        "I felt like an idiot when the answer was on page two.",
        "Too much confidence can kill you on that climb, as you wrote.",
        "I'll shut up after this question: which rope did you take?",
        "I know which bus you take, I drive the 14 in the morning.",
        "Give me your postal address and the book is on its way.",
        "Ich weiß, wo Sie arbeiten: meine Tochter lernt im Büro nebenan.",
        "Das geht zurück auf deine Idee mit den Laternen am Hafen.",
        "Ich mache euch die Unterlagen für den Chor bis Freitag fertig.",
        "Ik houd je in de gaten nu je weer gaat schaatsen, succes!",
        "Ik ga dood van het lachen om je verhaal over de geit.",
        "Vous m'avez dit un jour : rentrez dans votre pays et racontez l'étranger.",
        "Ta petite chatte dort encore sur notre paillasson, elle va bien.",
        "Cuando regresa a su país mi hermana siempre pregunta por usted.",
        "Non sei niente male al violino, complimenti per il concerto.",
        "A sua cadela teve filhotes? A minha filha gostava de ver.",
        "Du kommer altid med en bolle til mig, tak for det!",
    ];

    private static readonly string[] Courtesies =
    [
        "Thank you for the lovely evening. Would love to keep in touch!",
        "Thanks so much for your help with the tent in the storm. Have a nice weekend!",
        "It was so nice to meet you at Clara's wedding. Let me know when you are back in town.",
        "Your post on sourdough saved my Sunday, thank you, and best wishes to the family.",
        "Thank you for the kind words about my mother. They meant a lot to all of us.",
        "I really enjoyed your lecture on bees, it was the best hour of the whole day. Thank you!",
        "Just a quick thank you for the lift to the station, we caught the train.",
        "I am new here and a bit shy, but your answer about visas helped me a lot. Many thanks!",
        "You may not remember me, I asked about the swallows. Thank you again for your patience.",
        "Great explanation of the tax form, I finally understand line seven. Thanks!",
        "Sorry to bother you. Could you tell me who painted the mural beside the pool?",
        "Happy new year! I still owe you a coffee from the hospital canteen.",
        "Congratulations on the new job, the whole ward misses you. Have a great start!",
        "I agree with most of what you wrote on trams, though not about the fares.",
        "We are hiring a second gardener, and Ruth says that you know the greenhouse well. May I call you?",
        "I would be grateful for advice: my son wants to become a carpenter and you train apprentices.",
        "Hope you are well after the operation. The knitting group sends its love.",
        "Good luck with the marathon on Sunday! We will cheer at kilometre thirty.",
        "Wonderful photographs of the lighthouse, thank you for putting them online.",
        "My husband and I loved the soup you brought to the street party. Is there a recipe?",
        "Thank you for standing up for us in the meeting. Looking forward to the next one.",
        "I have followed your weather notes for years and never said thank you. So: thank you.",
        "Do you still give piano lessons to beginners of sixty? I would love to learn.",
        "Please excuse my English. I like very much your map of wells, it helped my village.",
        "I think we were at the same school, I was two years below you. How is your brother?",
        "Very useful article, it is working for me now. Thanks a lot for the help!",
        "Nice work on the update, I have been waiting for this for months.",
        "I would love to hear more about how you do this at home with children.",
        "Thank you for your time today, I learned a lot and will try it on Monday.",
        "This is exactly what our small company was looking for. Thanks for sharing the code!",
        "Looking forward to part two! Could you also show how to test the database?",
        "Keep up the good work with the newsletter, my students wait for it every month.",
        "Herzlichen Dank für den schönen Abend im Chor, ich wünsche ein schönes Wochenende!",
        "Merci beaucoup pour votre aide avec le vélo, bonne fin de semaine à toute la famille.",
        "Muchas gracias por la ayuda con la mudanza, saludos a toda la familia.",
        "Grazie di cuore per il passaggio alla stazione, buon fine settimana!",
        "Hartelijk dank voor de hulp met de boot, een fijn weekend gewenst!",
        "Muito obrigada pela ajuda com as malas, um bom fim de semana!",
        "Tusind tak for hjælpen med cyklen, og god weekend til hele familien!",
    ];

    private static readonly string[] ThreatsAndSlurs =
    [
        "I will kill you if you do not answer this letter.",
        "We will ruin your career, just wait and see.",
        "I know where you live, so be nice to me.",
        "You stupid bitch, accept my request at once.",
        "You are such a pathetic loser, everybody says so.",
        "Fuck you and your little museum on the hill.",
        "Ich bringe dich um, wenn du nicht antwortest.",
        "Du bist ein erbärmlicher Versager, du dumme Sau.",
        "Je vais te tuer si tu ne réponds pas.",
        "Espèce de connard, réponds à ma demande.",
        "Te voy a matar si no contestas hoy.",
        "Hijo de puta, acepta mi solicitud ya.",
        "Ti ammazzo se non rispondi entro domani.",
        "Brutta stronza, rispondi alla mia richiesta.",
        "Vou te matar se não responderes hoje.",
        "Ik vermoord je als je niet antwoordt.",
        "Jeg slår dig ihjel hvis du ikke svarer.",
    ];

    [Fact]
    public async Task No_idiom_is_refused_as_a_threat() => Assert.Empty(await RefusedAsync(Idioms));

    [Fact]
    public async Task No_courtesy_is_refused() => Assert.Empty(await RefusedAsync(Courtesies));

    [Fact]
    public async Task Threats_and_slurs_are_refused() =>
        Assert.Equal(ThreatsAndSlurs.Select(note => $"abuse: {note}"), await RefusedAsync(ThreatsAndSlurs));

    // Each note has another sender, so neither the allowance nor an earlier note counts.
    private async Task<IReadOnlyList<string>> RefusedAsync(IEnumerable<string> notes)
    {
        var recipient = await Community.InsertAsync();
        var refused = new List<string>();
        foreach (var note in notes)
        {
            var letter = new Letter(note, Reason.Other, "A few words from me", null);
            var outcome = await Community.SendAsync(
                await Community.InsertAsync(),
                new SendRequest.Command(recipient.Handle, letter)
            );
            refused.AddRange(outcome.Refusals.Select(refusal => $"{refusal.Code}: {note}"));
        }

        return refused;
    }
}
