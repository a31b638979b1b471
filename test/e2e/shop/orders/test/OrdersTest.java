public class OrdersTest {
    public static void main(String[] args) {
        if (!Orders.respond("/health").equals("ok")) throw new AssertionError("health");
    }
}
