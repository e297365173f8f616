namespace Recommender.Core;

/// <summary>A mistake its reader can mend. The message is one line: the value, the rule and the cure.</summary>
public class UserErrorException(string message, Exception? innerException = null) : Exception(message, innerException);
