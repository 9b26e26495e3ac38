namespace Objtool.Tests;
