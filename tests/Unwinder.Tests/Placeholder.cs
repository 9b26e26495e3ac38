namespace Unwinder.Tests;
