using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Copies;

/// <summary>Greetings and sign-offs. Many letters of one person share them without being copies.</summary>
internal static class Courtesies
{
    private static readonly string[][] Greetings = Phrases(
        """
        hi, hi there, hiya, hello, hello there, hey, dear, good morning, good afternoon, good evening, good day,
        morning, afternoon, evening, greetings,
        dear sir, dear madam, dear sir or madam, respected sir, respected, to whom it may concern, mr, mrs, ms, dr,
        prof, sir, madam, i hope this finds you well, i hope you are well,
        hallo, guten tag, guten morgen, guten abend, moin, servus, grüß gott, grüezi, liebe, lieber, liebe r,
        sehr geehrte, sehr geehrter, sehr geehrte r, herr, frau,
        sehr geehrte damen und herren, bonjour, bonsoir, salut, cher, chère, madame, monsieur, hola, buenos días,
        buenas tardes, buenas noches, buenas, estimado, estimada,
        querido, querida, señor, señora, olá, oi, bom dia, boa tarde, boa noite, caro, cara, prezado, prezada, senhor,
        senhora, hoi, goedemorgen, goedemiddag, goedendag,
        goedenavond, beste, geachte, dag, ciao, buongiorno, buonasera, salve, gentile, egregio, hej, hejsa, goddag,
        god morgen, kære, salaam, assalam alaikum,
        你好, 您好, こんにちは, はじめまして, 初めまして, 突然のご連絡失礼いたします
        """
    );

    private static readonly string[][] SignOffs = Phrases(
        """
        best, best regards, kind regards, warm regards, warmest regards, with kind regards, regards, best wishes,
        with best wishes, kind wishes, all the best, many thanks, thanks,
        thank you, thanks in advance, thank you in advance, with thanks, thank you for your time, cheers, sincerely,
        yours, yours sincerely, yours faithfully, yours truly, warmly,
        take care, god bless, i look forward to hearing from you, looking forward to hearing from you,
        looking forward to your reply, i look forward to your reply,
        have a nice day, have a great day, have a good day, have a nice week, have a great week, have a nice weekend,
        have a great weekend,
        mit freundlichen grüßen, mit besten grüßen, freundliche grüße, viele grüße, liebe grüße, beste grüße,
        herzliche grüße, schöne grüße, grüße, gruß, mfg, lg, vg, danke, vielen dank,
        vielen dank im voraus, ich freue mich auf ihre antwort, ich freue mich auf deine antwort, cordialement,
        bien cordialement, bien à vous, bien à toi, à bientôt, merci, merci d'avance, amicalement,
        sincères salutations, meilleures salutations, au plaisir de vous lire, saludos, un saludo, saludos cordiales,
        un cordial saludo, un abrazo, abrazos, atentamente, gracias, muchas gracias,
        gracias de antemano, quedo a la espera, um abraço, abraço, abraços, cumprimentos, melhores cumprimentos,
        com os melhores cumprimentos, atenciosamente, obrigado, obrigada, muito obrigado,
        muito obrigada, groet, groeten, met vriendelijke groet, met vriendelijke groeten, vriendelijke groet,
        hartelijke groet, hartelijke groeten, mvg, bedankt, alvast bedankt,
        cordiali saluti, distinti saluti, un saluto, saluti, cari saluti, cordialità, cordialmente, grazie,
        grazie mille, un abbraccio, mvh, med venlig hilsen, venlig hilsen, bedste hilsner,
        de bedste hilsner, med venlige hilsner, hilsen, kh, kærlig hilsen, tak, mange tak, på forhånd tak, slán, ta,
        よろしくお願いします, よろしくお願いいたします, 宜しくお願いします, どうぞよろしくお願いします, どうぞよろしくお願いいたします, 谢谢, 祝好, 此致敬礼
        """
    );

    /// <summary>The index of the first word after the greetings.</summary>
    public static int AfterGreeting(IReadOnlyList<FoldedWord> words, int from)
    {
        while (Array.Find(Greetings, phrase => Stands(phrase, words, from)) is { } phrase)
        {
            from += phrase.Length;
        }

        return from;
    }

    /// <summary>The index of the first word of the sign-offs.</summary>
    public static int BeforeSignOff(IReadOnlyList<FoldedWord> words, int from, int to)
    {
        while (
            Array.Find(SignOffs, phrase => to - phrase.Length >= from && Stands(phrase, words, to - phrase.Length))
                is { } phrase
        )
        {
            to -= phrase.Length;
        }

        return to;
    }

    private static bool Stands(string[] phrase, IReadOnlyList<FoldedWord> words, int at)
    {
        if (at + phrase.Length > words.Count)
        {
            return false;
        }

        for (var word = 0; word < phrase.Length; word++)
        {
            if (words[at + word].Text != phrase[word])
            {
                return false;
            }
        }

        return true;
    }

    // The longest first, so that "hi there" does not match as "hi".
    private static string[][] Phrases(string list) =>
        [
            .. list.Split(',')
                .Select(phrase => FoldedText.Of(phrase).Words.Select(word => word.Text).ToArray())
                .OrderByDescending(phrase => phrase.Length),
        ];
}
