using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ConnectGate.Foundation.Data.Queries;

/// <summary>
/// A query that EF translates once for each model. A compiled query works with one model alone, and a process that has
/// both databases, such as the tests', has two. <see cref="Compiled"/> makes one.
/// </summary>
/// <param name="compile">Calls <c>EF.CompileAsyncQuery</c>.</param>
internal sealed class CompiledQuery<TQuery>(Func<ConnectGateContext, TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _compiled = [];

    public TQuery For(ConnectGateContext context) => _compiled.GetValue(context.Model, _ => compile(context));
}
