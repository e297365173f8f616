using Recommender.Core;

namespace Recommender.Terminal;

/// <summary>A check or gate said no: nothing is broken, but what was asked for was not done.</summary>
sealed class RefusedException(string message) : UserErrorException(message);
