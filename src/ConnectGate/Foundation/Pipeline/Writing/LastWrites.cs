using System.Globalization;

namespace ConnectGate.Foundation.Pipeline.Writing;

/// <summary>
/// What a command writes beside its entities and reads no more. It runs in one round trip at the end of the command's
/// transaction. So on PostgreSQL others who write the same rows wait for the commit alone.
/// </summary>
internal sealed class LastWrites(ConnectGateContext context)
{
    private readonly List<FormattableString> _statements = [];

    /// <param name="statement">SQL, with an argument in each hole.</param>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public void Add(FormattableString statement)
    {
        if (context.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Only a command that writes has last writes.");
        }

        _statements.Add(statement);
    }

    /// <summary>Forgets what an earlier run of the command added, or another command that was rolled back.</summary>
    public void Forget() => _statements.Clear();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (_statements.Count == 0)
        {
            return;
        }

        var arguments = new List<object>();
        var sql = string.Join(";\n", _statements.Select(one => Numbered(one, arguments)));
        _statements.Clear();
#pragma warning disable EF1002, S2077 // The arguments are parameters; the rest of the text is from the code.
        await context.Database.ExecuteSqlRawAsync(sql, arguments, cancellationToken);
#pragma warning restore EF1002, S2077
    }

    // The statement's text, whose holes go on after the arguments so far.
    private static string Numbered(FormattableString statement, List<object> arguments)
    {
        var from = arguments.Count;
        arguments.AddRange(statement.GetArguments()!);
        return string.Format(
            CultureInfo.InvariantCulture,
            statement.Format,
            [.. Enumerable.Range(from, statement.ArgumentCount).Select(number => $"{{{number}}}")]
        );
    }
}
