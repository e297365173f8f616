namespace Recommender.Training.Trainers.ImplicitAls;

/// <summary>How the least-squares problem of one row is solved.</summary>
enum AlsSolver
{
    /// <summary>Exactly: purchases · d² and d³ operations a row.</summary>
    Cholesky,

    /// <summary>One pass over blocks of the factors, each solved exactly while the others stay (iALS++): purchases · d · block operations a row.</summary>
    Blocks,
}
