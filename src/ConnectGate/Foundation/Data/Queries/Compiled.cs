namespace ConnectGate.Foundation.Data.Queries;

/// <summary>
/// Queries for hot paths. They are written like any other query, with the conditions that all queries share, and cost
/// a third less, because EF neither reads the expression nor looks for its translation again. The function that writes
/// the query runs once, with stand-ins for its arguments. So it must not compute with them, nor use anything else that
/// varies. <see cref="StandIns"/> finds both and throws.
/// </summary>
internal static class Compiled
{
    public static CompiledQuery<Func<ConnectGateContext, T1, T2, IAsyncEnumerable<TRow>>> Query<T1, T2, TRow>(
        Func<ConnectGateContext, T1, T2, IQueryable<TRow>> write
    ) =>
        new(context =>
            EF.CompileAsyncQuery(
                StandIns.Replace<Func<ConnectGateContext, T1, T2, IQueryable<TRow>>>(context, all =>
                    write(context, all.Next<T1>(), all.Next<T2>())
                )
            )
        );

    public static CompiledQuery<Func<ConnectGateContext, T1, T2, T3, IAsyncEnumerable<TRow>>> Query<T1, T2, T3, TRow>(
        Func<ConnectGateContext, T1, T2, T3, IQueryable<TRow>> write
    ) =>
        new(context =>
            EF.CompileAsyncQuery(
                StandIns.Replace<Func<ConnectGateContext, T1, T2, T3, IQueryable<TRow>>>(context, all =>
                    write(context, all.Next<T1>(), all.Next<T2>(), all.Next<T3>())
                )
            )
        );

    public static CompiledQuery<Func<ConnectGateContext, T1, T2, T3, T4, IAsyncEnumerable<TRow>>> Query<
        T1,
        T2,
        T3,
        T4,
        TRow
    >(Func<ConnectGateContext, T1, T2, T3, T4, IQueryable<TRow>> write) =>
        new(context =>
            EF.CompileAsyncQuery(
                StandIns.Replace<Func<ConnectGateContext, T1, T2, T3, T4, IQueryable<TRow>>>(context, all =>
                    write(context, all.Next<T1>(), all.Next<T2>(), all.Next<T3>(), all.Next<T4>())
                )
            )
        );

    public static CompiledQuery<Func<ConnectGateContext, T1, T2, T3, T4, T5, IAsyncEnumerable<TRow>>> Query<
        T1,
        T2,
        T3,
        T4,
        T5,
        TRow
    >(Func<ConnectGateContext, T1, T2, T3, T4, T5, IQueryable<TRow>> write) =>
        new(context =>
            EF.CompileAsyncQuery(
                StandIns.Replace<Func<ConnectGateContext, T1, T2, T3, T4, T5, IQueryable<TRow>>>(context, all =>
                    write(context, all.Next<T1>(), all.Next<T2>(), all.Next<T3>(), all.Next<T4>(), all.Next<T5>())
                )
            )
        );

    public static CompiledQuery<Func<ConnectGateContext, T1, T2, T3, T4, T5, T6, IAsyncEnumerable<TRow>>> Query<
        T1,
        T2,
        T3,
        T4,
        T5,
        T6,
        TRow
    >(Func<ConnectGateContext, T1, T2, T3, T4, T5, T6, IQueryable<TRow>> write) =>
        new(context =>
            EF.CompileAsyncQuery(
                StandIns.Replace<Func<ConnectGateContext, T1, T2, T3, T4, T5, T6, IQueryable<TRow>>>(context, all =>
                    write(
                        context,
                        all.Next<T1>(),
                        all.Next<T2>(),
                        all.Next<T3>(),
                        all.Next<T4>(),
                        all.Next<T5>(),
                        all.Next<T6>()
                    )
                )
            )
        );

    public static CompiledQuery<Func<ConnectGateContext, T1, T2, T3, T4, T5, T6, T7, IAsyncEnumerable<TRow>>> Query<
        T1,
        T2,
        T3,
        T4,
        T5,
        T6,
        T7,
        TRow
    >(Func<ConnectGateContext, T1, T2, T3, T4, T5, T6, T7, IQueryable<TRow>> write) =>
        new(context =>
            EF.CompileAsyncQuery(
                StandIns.Replace<Func<ConnectGateContext, T1, T2, T3, T4, T5, T6, T7, IQueryable<TRow>>>(context, all =>
                    write(
                        context,
                        all.Next<T1>(),
                        all.Next<T2>(),
                        all.Next<T3>(),
                        all.Next<T4>(),
                        all.Next<T5>(),
                        all.Next<T6>(),
                        all.Next<T7>()
                    )
                )
            )
        );

    public static CompiledQuery<Func<ConnectGateContext, T1, T2, T3, T4, T5, T6, T7, T8, IAsyncEnumerable<TRow>>> Query<
        T1,
        T2,
        T3,
        T4,
        T5,
        T6,
        T7,
        T8,
        TRow
    >(Func<ConnectGateContext, T1, T2, T3, T4, T5, T6, T7, T8, IQueryable<TRow>> write) =>
        new(context =>
            EF.CompileAsyncQuery(
                StandIns.Replace<Func<ConnectGateContext, T1, T2, T3, T4, T5, T6, T7, T8, IQueryable<TRow>>>(
                    context,
                    all =>
                        write(
                            context,
                            all.Next<T1>(),
                            all.Next<T2>(),
                            all.Next<T3>(),
                            all.Next<T4>(),
                            all.Next<T5>(),
                            all.Next<T6>(),
                            all.Next<T7>(),
                            all.Next<T8>()
                        )
                )
            )
        );
}
